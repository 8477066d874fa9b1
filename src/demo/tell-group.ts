import { addDays, localTimeOf } from '../platform/clock/local-time.js'
import { UploadedFile } from '../platform/web/upload.js'
import { NobodyNew, WaitingLists } from '../features/group-intake/index.js'
import type { Stage } from './tell-referral.js'

// Invented people; the third row cannot be read, and is left to be mended.
const list = [
  'Họ và tên;Ngày sinh;Giới tính;Tỉnh',
  'Cù Hữu Lộc;12/05/2001;Nam;Tây Ninh',
  'Tiêu Mộc Khê;03/09/2009;Nữ;Nghệ An',
  'Giáp Thiên Kha;31/02/1999;Nam;Nghệ An',
  'Lục Vân Trà;1998;Nữ;Lào Cai',
]
const second = ['Họ và tên;Ngày sinh;Giới tính', 'Viên Nhật Duy;07/07/1997;Nam']

/** A few who came back together: taken in from a list, with one row to mend; and a list just begun. */
export const tellGroup = async ({ app, clock, cast }: Stage, now: Date): Promise<void> => {
  const lists = app.get(WaitingLists, { strict: false })
  const [tam, ban] = [cast.named('tam'), cast.named('ban')]
  const prepared = async (lines: readonly string[], leads: readonly string[]) => {
    const file = new UploadedFile('list.csv', Buffer.from(lines.join('\n')), false)
    const id = await lists.send(tam, file, null)
    await lists.nameColumns(tam, id, 1, ['name', 'birthDate', 'sex', 'province'])
    await lists.giveFacts(tam, id, 2, {
      event: {
        incidentType: 'tip.forced_criminality_scam',
        country: 'KH',
        receivedOn: addDays(localTimeOf(clock.now()).date, -1),
        place: 'Cửa khẩu Mộc Bài',
        provinceCode: '80',
        identification: 'presumed',
      },
      facts: { risk: 'medium', leads },
    })
    return id
  }
  await clock.at(new Date(now.getTime() - 3 * 3_600_000), async () => {
    const id = await prepared(list, [tam.workerId, ban.workerId])
    try {
      await lists.import(tam, id, 3)
    } catch (error) {
      // Told before the world was interrupted: they are there already.
      if (!(error instanceof NobodyNew)) throw error
    }
    await prepared(second, [tam.workerId])
  })
}
