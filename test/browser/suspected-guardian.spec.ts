import { expect, it } from '@jest/globals'
import { anIntake } from '../../src/features/cases/testing/an-intake.js'
import { OpenCase } from '../../src/features/cases/index.js'
import { aCast } from './cast.js'
import { barriersOn } from './page-checks.js'
import { aDayIn, signIn } from './story.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 180_000
const onAPhone = { width: 390, height: 844 }

/** The one who does the harm, and says he speaks for her. */
const stepfather = 'Lê Văn Đức'
const herWords = 'Em sợ dượng. Em muốn ở với bà ngoại.'

describeInBrowser('a child whose guardian is suspected', () => {
  const play = useBrowser()

  it.each([true, false])(
    'is asked herself, and no yes of his counts (JavaScript: %s)',
    (javaScript) =>
      play(async (stage) => {
        const cast = await aCast(stage.app.given, javaScript ? 'Hoa Sen' : 'Hoa Súng')
        const unit = cast.receiver.unit
        const open = stage.app.app.get(OpenCase, { strict: false })
        const perpetrator = {
          name: stepfather,
          relationship: 'bố dượng',
          phone: null,
          accounts: null,
        }
        const intake = anIntake({ person: { statedAge: 13 }, perpetrator })
        // Her mother can be asked; in the second case nobody can but the one who is suspected.
        const trusted = await open.run(cast.sender.actor, intake)
        const suspected = await open.run(
          cast.sender.actor,
          anIntake({
            person: { statedAge: 13 },
            perpetrator,
            caregiver: { suspected: true, person: perpetrator },
          }),
        )
        const worker = await stage.person('caseworker', { javaScript })
        await worker.page.setViewportSize(onAPhone)
        await signIn(worker, cast.sender)
        // The examiner of pages is a script itself.
        const hasNoBarriers = async () => {
          if (javaScript) expect(await barriersOn(worker.page)).toEqual([])
          await worker.page.setViewportSize(onAPhone)
        }

        // He signs as her guardian: refused, and what was typed is still there.
        await worker.visit(`/cases/${trusted.id}/consents/new?unit=${unit.id}`)
        await worker.isAt('consents.new')
        await worker.reads('consents.limits', 'consents.limits.1')
        await worker.agreeTo('consents.explained')
        await worker.tick('consents.form.sections', 'code.section.identity')
        await worker.choose('consents.form.self.child', 'code.consent-answer.agrees')
        await worker.write('consents.form.own-words.child', herWords)
        await worker.choose('consents.form.representative', 'code.consent-answer.agrees')
        await worker.write('consents.form.representative.name', 'le van duc')
        await worker.pick('consents.form.representative.relation', 'code.relation.step_parent')
        await worker.choose('consents.form.mode', 'code.consent-mode.written')
        await worker.date('consents.form.until', aDayIn(60))
        await worker.press('consents.form.submit')
        await worker.reads('code.consent-problem.representative_is_suspect')
        await hasNoBarriers()

        // Her mother answers instead.
        await worker.write('consents.form.representative.name', 'Trần Thị Hoa')
        await worker.pick('consents.form.representative.relation', 'code.relation.mother')
        await worker.press('consents.form.submit')
        await worker.reads('said.consents.recorded', { text: herWords })

        // The sheet she signs says nothing of what happened, and names nobody.
        await worker.visit(await worker.firstLink(/\/consents\/[^/]+\/print$/))
        await worker.reads('consents.paper.sheet', 'consents.paper.sign.self')
        const sheet = await worker.page.locator('.ba-copy').innerText()
        for (const words of [stepfather, 'Nguyễn Thị Mai', 'BA-', 'xâm hại'])
          expect(sheet).not.toContain(words)
        await hasNoBarriers()

        // Where he is the guardian, consent is not even offered: her interests are the basis.
        await worker.visit(`/cases/${suspected.id}/consents/new?unit=${unit.id}`)
        await worker.reads('consents.suspected')
        const offered = await worker.page
          .locator('input[name="basis"]')
          .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')))
        expect(offered).toEqual(['vital_interests', 'beneficiary_interests'])
        expect(await worker.page.locator('[name="representativeAnswer"]').count()).toBe(0)
        await hasNoBarriers()
        expect(stage.complaints).toEqual([])
      }),
    patience,
  )
})
