import { expect, it } from '@jest/globals'
import { PlanningWorld } from '../../src/features/planning/testing/use-planning.js'
import { defaultLocale, locales } from '../../src/platform/i18n/index.js'
import { testPassword } from '../support/world.js'
import { barriersOn, strangenessOn, widths } from './page-checks.js'
import { signIn } from './story.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 300_000

describeInBrowser('a plan', () => {
  const play = useBrowser()

  it(
    'is made with the person on a telephone, kept in time, and agreed to by the supervisor',
    () =>
      play(async (stage) => {
        const world = new PlanningWorld(stage.app)
        const { caseId, lead, supervisor } = await world.aPlannedCase()
        const path = `/cases/${caseId}/plan`
        const findings: string[] = []
        const look = async (person: typeof worker, name: string): Promise<void> => {
          findings.push(...(await barriersOn(person.page)))
          await person.look(name)
        }

        const worker = await stage.person('lead')
        await worker.page.setViewportSize({ width: widths[0], height: 700 })
        await signIn(worker, lead, testPassword)
        await worker.visit(path)
        await worker.isAt('planning.title')
        await look(worker, 'empty')

        await worker.press('planning.need.add')
        await worker.press('common.save')
        await worker.reads('planning.need.missing')
        await look(worker, 'need-errors')
        await worker.pick('planning.domain', 'code.need-domain.schooling')
        await worker.write('planning.need.text', 'Trở lại lớp')
        await worker.choose('planning.priority', 'code.need-priority.soon')
        await worker.press('common.save')
        await worker.reads({ text: 'Trở lại lớp' })

        await worker.visit(await worker.firstLink(/\/goals\/new$/))
        await worker.write('planning.goal.text', 'Đi học đều')
        await worker.press('common.save')
        await worker.visit(await worker.firstLink(/\/actions\/new$/))
        await worker.press('common.save')
        await worker.reads('planning.action.missing')
        await look(worker, 'action-errors')
        await worker.write('planning.action.text', 'Gặp cô chủ nhiệm')
        await worker.choose('planning.doer', 'code.doer.family')
        await worker.press('common.save')
        await worker.reads({ text: 'Gặp cô chủ nhiệm' })
        await look(worker, 'plan')

        await worker.visit(`${path}/approvals/plan`)
        await look(worker, 'ask')
        await worker.press('approvals.ask')
        await worker.isAt('planning.title')

        const chief = await stage.person('supervisor')
        await signIn(chief, supervisor, testPassword)
        await chief.visit('/approvals/cases')
        await look(chief, 'waiting')
        await chief.visit(await chief.firstLink(/^\/approvals\/cases\/[0-9a-f-]{36}$/))
        await chief.choose('approvals.answer', 'approvals.answer.return')
        await chief.press('approvals.answer.send')
        await chief.reads('approvals.reason.missing')
        await look(chief, 'answer-errors')
        await chief.choose('approvals.answer', 'approvals.answer.approve')
        await chief.press('approvals.answer.send')
        await chief.reads('said.approvals.approved')

        await worker.visit(path)
        await worker.reads('code.approval-state.approved')
        const pages = [
          ...['', '/basis', '/needs/new', '/history', '/tasks/new', '/flags/new'].map(
            (below) => path + below,
          ),
          `${path}/contacts`,
          `${path}/contacts/new`,
          await worker.firstLink(/\/goals\/[0-9a-f-]{36}$/),
          await worker.firstLink(/\/progress$/),
          await worker.firstLink(/\/actions\/[0-9a-f-]{36}$/),
          await worker.firstLink(/\/end$/),
          '/tasks',
        ]
        for (const page of pages) {
          await worker.visit(page)
          await look(worker, page.split('/').slice(3).join('-'))
        }
        for (const locale of locales.filter((one) => one !== defaultLocale)) {
          await worker.visit(`/help?lang=${locale}`)
          for (const page of pages) {
            await worker.visit(page)
            findings.push(...(await strangenessOn(worker.page, locale)))
          }
        }
        await chief.visit('/approvals/rules')
        await look(chief, 'rules')
        expect({ findings, complaints: stage.complaints }).toEqual({ findings: [], complaints: [] })
      }),
    patience,
  )
})
