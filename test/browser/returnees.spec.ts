import { expect, it } from '@jest/globals'
import { csvOf, linesOfList } from '../../src/features/group-intake/testing/a-list.js'
import { workbookOf } from '../../src/features/group-intake/testing/a-workbook.js'
import { widths } from './page-checks.js'
import type { Person } from './person.js'
import { signIn } from './story.js'
import { Tour } from './tour.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 600_000

const people = 121
// As somebody at a border gate heads columns who has never seen our template.
const header = ['STT', 'Tên ghi trên xe', 'Sinh', 'Nam/Nữ', 'HC', 'Liên hệ', 'Quê']
const meanings = {
  'Tên ghi trên xe': 'groups.field.name',
  Sinh: 'groups.field.birthDate',
  'Nam/Nữ': 'groups.field.sex',
  HC: 'groups.field.document',
  'Liên hệ': 'groups.field.phone',
  Quê: 'groups.field.province',
} as const

const mended = linesOfList(people).map((line, at) => [String(at + 1), ...line])
/** The same with three rows that nobody can understand. */
const faulty = mended.map((line, at) => {
  if (at === 3) return line.with(2, '31/02/1999')
  if (at === 59) return line.with(3, 'Nan')
  return at === 119 ? line.with(5, 'không có') : line
})
const place = 'Cửa khẩu Mộc Bài'

describeInBrowser('people who come back together', () => {
  const play = useBrowser()

  const send = async (worker: Person, name: string, buffer: Buffer): Promise<void> => {
    const file = worker.page.getByLabel(worker.words('groups.send.file'))
    await file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await worker.press('groups.send.button')
    await worker.isAt('groups.columns.title')
  }

  it.each([
    ['with JavaScript', true],
    ['without JavaScript, on a telephone', false],
  ] as const)(
    'have a case each, once, however often their list is sent, %s',
    (_, javaScript) =>
      play(async (stage) => {
        const { given, owner } = stage.app
        const unit = await given.aUnit('anti-trafficking', { name: 'Tổ Hồi hương Hoa Ban' })
        const lead = await given.aWorker(unit, ['caseworker'], 'Võ Thị Tâm')
        const colleague = await given.aWorker(unit, ['caseworker'], 'Hà Văn Lộc')
        const elsewhere = await given.aUnit('anti-trafficking')
        const stranger = await given.aWorker(elsewhere, ['caseworker', 'supervisor'])
        const opened = async (): Promise<number> =>
          (await owner.query('SELECT FROM cases WHERE unit_id = $1', [unit.id])).rowCount ?? -1

        const worker = await stage.person('returnees', { javaScript })
        const tour = new Tour(worker, javaScript)
        if (!javaScript) await worker.page.setViewportSize({ width: widths[0], height: 800 })
        await signIn(worker, lead)
        await worker.visit('/cases')
        await worker.press('groups.link')
        await worker.isAt('groups.title')
        await tour.stop('groups')
        await worker.press('groups.new')
        await worker.isAt('groups.send.title')
        await worker.press('groups.send.button')
        await worker.reads('groups.list.missing')
        await tour.stop('send')

        // Columns of other names are told apart by hand, with what stands in them in sight.
        await send(worker, 'danh sach.csv', csvOf([header, ...faulty]))
        const list = worker.path.replace(/\/columns$/, '')
        await worker.press('common.continue')
        await worker.reads('groups.columns.name-missing')
        for (const [heading, field] of Object.entries(meanings))
          await worker.pick(['groups.columns.column', { heading }], field)
        await tour.stop('columns')
        await worker.press('common.continue')

        // What is wrong is said by row and column, in words; nothing has been done yet.
        await worker.isAt('groups.rows.title')
        await worker.reads(
          ['groups.rows.new', { count: people - 3 }],
          ['groups.rows.wrong', { count: 3 }],
          { text: 'Dòng 5, Ngày sinh: ‘31/02/1999’ không phải là ngày' },
          { text: 'Dòng 61, Giới tính: ‘Nan’ không rõ' },
          { text: 'Dòng 121, Điện thoại: ‘không có’ không phải số điện thoại' },
        )
        await tour.stop('rows')
        expect(await opened()).toBe(0)
        await worker.press('common.continue')

        await worker.isAt('groups.facts.title')
        await worker.pick('groups.facts.incident', 'code.incident.tip.forced_criminality_scam')
        await worker.pick('groups.facts.country', 'groups.country.KH')
        await worker.date('groups.facts.received-on', [2025, 2, 31])
        await worker.write('groups.facts.place', place)
        await worker.choose('groups.facts.identification', 'groups.identification.presumed')
        await worker.choose('groups.facts.risk', 'code.risk.medium')
        await worker.tick('groups.facts.leads', { text: lead.displayName })
        await worker.press('common.continue')
        await worker.reads('groups.facts.received-on.wrong')
        const typed = worker.page.getByLabel(worker.words('groups.facts.place'))
        expect(await typed.inputValue()).toBe(place)
        await tour.stop('facts')
        await worker.date('groups.facts.received-on', [2025, 11, 18])
        await worker.press('common.continue')
        await worker.isAt('groups.check.title')
        await tour.stop('check')

        // An impatient thumb presses twice.
        const create = worker.words(['groups.check.button', { count: people - 3 }])
        await worker.page.getByRole('button', { name: create, exact: true }).dblclick()
        await worker.page.waitForURL('**/done', { timeout: patience })
        await worker.isAt(['groups.done.title', { count: people - 3 }])
        await tour.stop('done')
        expect(await opened()).toBe(people - 3)

        // The whole list again, mended: the unit's columns are known, and so are those who have a case.
        await worker.press('groups.done.send-again')
        await tour.stop('send-again')
        await send(worker, 'danh sach 2.csv', csvOf([header, ...mended]))
        await worker.press('common.continue')
        await worker.reads(
          ['groups.rows.new', { count: 3 }],
          ['groups.rows.known', { count: people - 3 }],
        )
        await tour.stop('rows-again')
        await worker.press('common.continue')
        await worker.choose('groups.facts.risk', 'code.risk.medium')
        await worker.tick('groups.facts.leads', { text: lead.displayName })
        await worker.press('common.continue')
        await worker.press(['groups.check.button', { count: 3 }])
        await worker.isAt(['groups.done.title', { count: 3 }])
        expect(await opened()).toBe(people)

        await worker.press('groups.done.open')
        await worker.reads(['groups.one.people', { count: people }])
        await tour.stop('group')
        const group = worker.path
        const number = /NH-[\w-]+/.exec(await worker.text())?.[0] ?? ''
        expect(number).not.toBe('')

        // Once more, as a workbook: there is nobody left to open a case for.
        await worker.press('groups.one.more')
        await send(worker, 'danh sach.xlsx', workbookOf([header, ...mended]))
        // This list stays on its way: its steps are there to be seen in the other languages, too.
        await tour.stop('columns-known')
        await worker.press('common.continue')
        await worker.reads('groups.rows.nobody', ['groups.rows.known', { count: people }])
        await tour.stop('nobody-new')
        await worker.visit(worker.path.replace(/rows$/, 'facts'))
        await tour.stop('facts-of-more')
        expect(await opened()).toBe(people)

        // Each of them has in their own case what the group says of all.
        await worker.visit(group)
        await worker.visit(await worker.firstLink(/^\/cases\/[0-9a-f-]{36}$/))
        await worker.reads(['groups.case.event', { number }])
        await tour.stop('case')
        await worker.visit(`${worker.path}/sections/reintegration`)
        await worker.isAt('code.section.reintegration')
        await worker.reads({ text: place }, { text: number })
        await tour.stop('reintegration')

        for (const who of [colleague, stranger]) {
          const other = await stage.person(`other-${who.id.slice(0, 4)}`, { javaScript })
          await signIn(other, who)
          const paths = who === stranger ? [list, `${list}/rows`, group] : [list, `${list}/rows`]
          for (const path of paths)
            expect([path, (await other.answerTo(path)).status]).toEqual([path, 404])
        }
        if (javaScript) await tour.abroad()
        expect({ findings: tour.findings, complaints: stage.complaints }).toEqual({
          findings: [],
          complaints: [],
        })
      }),
    patience,
  )
})
