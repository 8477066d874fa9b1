import { expect, it } from '@jest/globals'
import { anIntake } from '../../src/features/cases/testing/an-intake.js'
import { ReferralWorld } from '../../src/features/referrals/testing/use-referrals.js'
import { testPassword } from '../support/world.js'
import { barriersOn, widths } from './page-checks.js'
import type { Person } from './person.js'
import { signIn } from './story.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 240_000
const address = 'https://mang-xa-hoi.example/p/77'
const woman = 'Lê Thị Thử'

describeInBrowser('a woman who is threatened with her pictures', () => {
  const play = useBrowser()

  const takeIn = async (worker: Person): Promise<void> => {
    await worker.press('cases.open-new')
    await worker.isAt('cases.intake.title')
    await worker.write('cases.field.name', woman)
    await worker.choose('cases.field.age', 'cases.intake.age.stated')
    await worker.write('cases.intake.age.years', '27')
    await worker.choose('cases.intake.sex', 'code.sex.female')
    await worker.tick('cases.intake.channels', 'cases.channel.message')
    await worker.write('cases.field.phone', anIntake().contact.phone ?? '')
    await worker.choose('cases.field.incident-type', 'code.family.ncii')
    // Each family has its list under the same label.
    await worker.page.selectOption('#type-ncii', { value: 'ncii.threat' })
    await worker.choose('cases.intake.ongoing', 'common.yes')
    await worker.choose('cases.intake.caregiver.question', 'cases.caregiver.none')
    await worker.choose('cases.intake.immediate-danger', 'common.no')
    await worker.choose('cases.intake.risk.level', 'code.risk.medium')
    await worker.press('cases.intake.submit')
    await worker.isAt(['cases.person.female', { initials: 'L.T.T.' }])
  }

  it.each([
    ['with JavaScript', true],
    ['without JavaScript, on a telephone', false],
  ] as const)(
    'has it noted, kept as evidence, asked for and removed, %s',
    (_, javaScript) =>
      play(async (stage) => {
        const world = new ReferralWorld(stage.app)
        const unit = await world.aUnit('womens-services')
        const findings: string[] = []
        const worker = await stage.person('worker', { javaScript })
        // Whoever looks for barriers runs in the page: where nothing runs the story itself is the proof.
        const barriers = async () => (javaScript ? barriersOn(worker.page) : [])
        if (!javaScript) await worker.page.setViewportSize({ width: widths[0], height: 800 })
        await signIn(worker, await world.aWorker(unit), testPassword)
        await takeIn(worker)
        const casePath = worker.path

        await worker.press('cases.takedown')
        await worker.isAt('takedown.title')
        findings.push(...(await barriers()))
        await worker.press('takedown.new')
        await worker.isAt('takedown.new')
        await worker.press('takedown.note')
        // Nothing was said yet, and it says what is missing.
        await worker.reads('takedown.targets.missing')
        findings.push(...(await barriers()))
        await worker.write('takedown.targets', address)
        await worker.pick('takedown.platform', 'takedown.platform.facebook')
        await worker.choose('takedown.age', 'takedown.age.no')
        await worker.choose('takedown.asker', 'takedown.asker.unit')
        await worker.press('takedown.note')
        await worker.reads('said.takedown.noted', 'takedown.state.noted')
        expect(await worker.text()).not.toContain(address)
        expect(await worker.text()).toContain('hxxps://mang-xa-hoi[.]example/p/77')
        findings.push(...(await barriers()))
        const path = worker.path

        await worker.press('takedown.step.preserve')
        await worker.choose('takedown.basis', 'takedown.basis.hanoi_25')
        findings.push(...(await barriers()))
        await worker.press('takedown.step.preserve')
        await worker.reads('said.takedown.preserve')

        await worker.press('takedown.step.request')
        await worker.tick('takedown.basis', 'takedown.basis.hanoi_34_6')
        findings.push(...(await barriers()))
        await worker.press('takedown.step.request')
        await worker.reads('said.takedown.request', 'takedown.state.requested')

        await worker.visit(`${path}/letter?language=en`)
        await worker.reads({ text: 'Please remove the content' })
        expect(await worker.text()).toContain(address)
        findings.push(...(await barriers()))
        await worker.look('letter')
        await worker.visit(path)

        await worker.press('takedown.step.acknowledge')
        await worker.write('takedown.reference', 'FB-1')
        await worker.press('takedown.step.acknowledge')
        await worker.reads('said.takedown.acknowledge')
        await worker.press('takedown.step.remove')
        await worker.press('takedown.step.remove')
        await worker.reads('said.takedown.remove', 'takedown.state.removed')
        findings.push(...(await barriers()))
        await worker.look('removed')

        await worker.visit(`${casePath}/timeline`)
        await worker.press('timeline.write-note')
        findings.push(...(await barriers()))
        await worker.write('notes.text', 'Chị nhẹ lòng hơn, muốn gặp lại tuần sau.')
        await worker.press('notes.save')
        await worker.isAt('timeline.title')
        await worker.reads({ text: 'Chị nhẹ lòng hơn' })
        expect(await worker.text()).not.toContain('mang-xa-hoi')
        findings.push(...(await barriers()))
        await worker.look('timeline')
        await worker.press('timeline.print')
        findings.push(...(await barriers()))
        await worker.page.emulateMedia({ media: 'print' })
        expect(await worker.page.title()).not.toContain(woman)
        const paper = await worker.page.pdf({ format: 'A4' })
        expect(paper.byteLength).toBeGreaterThan(1000)
        expect({ findings, complaints: stage.complaints }).toEqual({ findings: [], complaints: [] })
      }),
    patience,
  )
})
