import PDFDocument from 'pdfkit'
import { CasePapers } from '../features/papers/index.js'
import { WatchSections } from '../features/watching/index.js'
import type { DemoStory } from './stories.js'
import type { Stage } from './tell-referral.js'

const hour = 3_600_000

/** A letter that was brought along, and the sections of which the lead wants to hear. */
export const tellPapers = async (
  { app, clock, cast }: Stage,
  story: DemoStory,
  caseId: string,
  madeAt: Date,
): Promise<void> => {
  const lead = cast.actor(story.lead)
  const bytes = await letter()
  await clock.at(new Date(madeAt.getTime() - 36 * hour), async () => {
    await app.get(CasePapers, { strict: false }).add(lead, caseId, {
      section: 'services',
      title: 'Thư của nhà trường (hư cấu)',
      bytes,
      isTooBig: false,
    })
    await app.get(WatchSections, { strict: false }).run(lead, caseId, ['contact', 'safety'])
  })
}

// In the letters that every PDF reader has: without marks.
const letter = async (): Promise<Buffer> => {
  const doc = new PDFDocument({ size: 'A4', lang: 'vi' })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const isWhole = new Promise((resolve) => doc.on('end', resolve))
  doc.text('Truong hu cau Ben Song: nha truong dong y de em hoc bu trong thang nay.')
  doc.end()
  await isWhole
  return Buffer.concat(chunks)
}
