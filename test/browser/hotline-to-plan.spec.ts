import { expect, it } from '@jest/globals'
import type { TestUnit, TestWorker } from '../support/world.js'
import { drawnSideways, widths } from './page-checks.js'
import type { Person } from './person.js'
import { aDayIn, signIn } from './story.js'
import { Tour } from './tour.js'
import { describeInBrowser, useBrowser, type Stage } from './use-browser.js'

const patience = 600_000

/** What a neighbour tells who does not say who she is, of somebody whose name she does not know. */
const call = 'Cô gái phòng bên khóc nhiều, bị một người trên mạng doạ đăng ảnh.'
/** Who it turns out to be. */
const woman = {
  name: 'Đinh Thị Mận',
  phone: '0905 000 222',
  codeWord: 'Hỏi mua mật ong',
  born: [2007, 3, 14],
} as const
const reasoning = 'Người đó vẫn nhắn tin đòi tiền mỗi tối.'
const need = 'Muốn yên ổn để học tiếp'
const goal = 'Không còn bị nhắn tin đòi tiền'
const action = 'Giúp chặn tài khoản và giữ bằng chứng'
const praise = 'Kế hoạch rõ, đúng điều chị ấy muốn.'

describeInBrowser('a call that becomes a plan', () => {
  const play = useBrowser()

  const aCast = async ({ app: { given } }: Stage) => {
    const unit = await given.aUnit('hotline', { name: 'Tổng đài Hoa Mai' })
    return {
      operator: await given.aWorker(unit, ['caseworker'], 'Ngô Thị Yến'),
      // Stands in for the supervisor at times, and so could be tempted to agree to her own plan.
      lead: await given.aWorker(unit, ['caseworker', 'supervisor'], 'Đỗ Thị Khánh'),
      chief: await given.aWorker(unit, ['supervisor'], 'Lâm Thị Diệp'),
      women: await given.aUnit('womens-services', { name: 'Nhà Hoa Mai' }),
    }
  }

  /** Two minutes on the telephone, with the line gone in between. */
  const takeCall = async (
    desk: Person,
    operator: TestWorker,
    stage: Stage,
    tour: Tour,
  ): Promise<string> => {
    const told = () => desk.page.getByLabel(desk.words('cases.intake.short.narrative'))
    await desk.press('cases.open-new')
    await desk.isAt('cases.intake.title')
    await desk.press('cases.intake.short')
    await desk.isAt('cases.intake.short')
    await desk.write('cases.intake.short.narrative', call)
    await desk.press('cases.intake.submit')
    // Danger was not asked for; what she heard is still there.
    await desk.reads('cases.intake.immediate-danger.missing')
    expect(await told().inputValue()).toBe(call)
    await tour.stop('call')

    await desk.choose('cases.intake.immediate-danger', 'common.no')
    await desk.choose('cases.field.incident-type', 'code.family.ncii')
    // Each family has its list under the same label.
    await desk.page.selectOption('#type-ncii', { value: 'ncii.threat' })
    await desk.choose('cases.intake.ongoing', 'common.yes')
    await desk.press('cases.intake.submit')
    // Of whom nobody knows the age one thinks as of a child; what was chosen is not lost over it.
    await desk.reads('cases.type-not-offered')
    expect(await desk.page.locator('#type-ncii').inputValue()).toBe('ncii.threat')
    await tour.stop('call-again')
    await desk.write('cases.intake.short.age', '19')
    await desk.choose('cases.intake.caller', 'cases.intake.caller.other')
    await desk.write('cases.intake.related.relationship', 'hàng xóm')
    await desk.choose('cases.field.reporter.anonymous', 'common.yes')
    await desk.choose('cases.field.reporter.may-call-back', 'common.no')
    await desk.tick('cases.intake.channels', 'cases.channel.none')
    if (tour.javaScript) await desk.reads({ text: 'Đã giữ điều bạn viết' })
    else {
      await desk.press('drafts.keep')
      await desk.reads('said.drafts.kept')
    }
    await stage.app.owner.query('DELETE FROM session')
    await desk.page.context().clearCookies()
    await signIn(desk, operator)

    await desk.reads('today.drafts')
    await tour.stop('today-draft')
    await desk.visit('/drafts')
    await tour.stop('drafts')
    await desk.page.getByRole('button', { name: /Viết tiếp/ }).click()
    await desk.isAt('cases.intake.short')
    expect(await told().inputValue()).toBe(call)
    // The telephone rings again already: she presses twice.
    const submit = desk.words('cases.intake.submit')
    await desk.page.getByRole('button', { name: submit, exact: true }).dblclick()
    await desk.reads('cases.tasks')
    await tour.stop('opened')
    const { rows } = await stage.app.owner.query<{ number: string }>(
      'SELECT number FROM cases WHERE lead_worker_id = $1',
      [operator.id],
    )
    expect(rows).toHaveLength(1)
    return /BA-\d{4}-\d{6}/.exec(await desk.text())?.[0] ?? ''
  }

  const handOver = async (
    chief: Person,
    number: string,
    { displayName }: TestWorker,
    tour: Tour,
  ): Promise<void> => {
    await chief.visit('/cases?scope=unit')
    await chief.agreeTo(['finding.reassign.row', { number }])
    await tour.stop('unit')
    // Whose case it is stands near the right edge, and she decides by it.
    expect(await drawnSideways(chief.page)).toEqual([])
    await chief.press('finding.reassign.choose')
    await chief.isAt('finding.reassign')
    await chief.press('finding.reassign.confirm')
    await chief.reads('finding.reassign.to.missing')
    await chief.pick('finding.reassign.to', { text: displayName })
    await chief.press('finding.reassign.confirm')
    await chief.reloadsUntil('text', 'finding.reassign.state.done')
    await tour.stop('handed-over')
  }

  /** Who she is, and how she is reached without danger. */
  const learnsWhoSheIs = async (lead: Person, path: string, tour: Tour): Promise<void> => {
    await lead.press('cases.tab.sections')
    await lead.isAt('cases.sections')
    await lead.visit(`${path}/sections/identity`)
    await lead.visit(
      await lead.firstLink(/\/sections\/identity\/(records\/[0-9a-f-]{36}|identity)$/),
    )
    await lead.write({ text: 'Họ và tên' }, woman.name)
    await lead.date({ text: 'Ngày sinh' }, [2007, 2, 31])
    await lead.choose({ text: 'Giới tính, theo lời người đó' }, 'code.sex.female')
    await lead.press('common.save')
    await lead.page.getByRole('alert').waitFor()
    expect(await lead.page.getByLabel('Họ và tên', { exact: true }).inputValue()).toBe(woman.name)
    await tour.stop('identity')
    await lead.date({ text: 'Ngày sinh' }, woman.born)
    await lead.press('common.save')
    await lead.reads('said.cases.section-saved')

    await lead.visit(`${path}/sections/contact`)
    const none = lead.words('cases.channel.none')
    await lead.page.getByRole('checkbox', { name: none, exact: true }).uncheck()
    await lead.tick('cases.intake.channels', 'cases.channel.message')
    await lead.write('cases.field.phone', woman.phone)
    await lead.write('cases.field.code-word', woman.codeWord)
    await tour.stop('contact')
    await lead.press('common.save')
    await lead.reads('said.cases.section-saved')
    await lead.reads({ text: woman.codeWord })
    await tour.stop('sections')
  }

  /** Her own judgement says low; one reason says otherwise, and counts. */
  const assesses = async (lead: Person, path: string, tour: Tour): Promise<void> => {
    await lead.visit(`${path}/sections/safety`)
    await lead.visit(await lead.firstLink(/\/sections\/safety\/risk-assessment$/))
    await lead.date({ text: 'Ngày đánh giá' }, aDayIn(-1))
    await lead.choose({ text: 'Ngay lúc này có đang gặp nguy hiểm không?' }, 'common.no')
    await lead.tick({ text: 'Có điều nào dưới đây không?' }, 'code.risk-reason.active_sextortion')
    await lead.choose({ text: 'Mức nguy cơ theo đánh giá của bạn' }, 'code.risk.low')
    await lead.write({ text: 'Vì sao bạn đánh giá như vậy?' }, reasoning)
    await tour.stop('assessment')
    await lead.press('common.save')
    await lead.reads('said.cases.section-saved')
    await lead.visit(path)
    await lead.reads('code.risk.high')
    expect(await lead.text()).not.toContain(lead.words('code.risk.medium'))
    await tour.stop('high-risk')
  }

  const agrees = async (
    lead: Person,
    path: string,
    { name }: TestUnit,
    tour: Tour,
  ): Promise<void> => {
    await lead.press('cases.consent.record')
    await lead.isAt('consents.new')
    await lead.agreeTo('consents.explained')
    const sector = lead.words('code.sector.womens-services').toLowerCase()
    await lead.pick('consents.form.unit', { text: `${name} (${sector})` })
    await lead.tick('consents.form.sections', 'code.section.identity', 'code.section.contact')
    await lead.tick('consents.form.purposes', 'code.purpose.services', 'code.purpose.sharing')
    await lead.choose('consents.form.self', 'code.consent-answer.agrees')
    await lead.choose('consents.form.mode', 'code.consent-mode.verbal')
    await lead.date('consents.form.until', aDayIn(60))
    await tour.stop('consent')
    await lead.press('consents.form.submit')
    await lead.reads('said.consents.recorded')
    await lead.visit(path)
    await lead.reads('cases.consent.live')
  }

  const plans = async (lead: Person, { displayName }: TestWorker, tour: Tour): Promise<void> => {
    await lead.press('cases.tab.plan')
    await lead.isAt('planning.title')
    await lead.press('planning.need.add')
    await lead.isAt('planning.need')
    await lead.write('planning.need.text', need)
    await lead.press('common.save')
    await lead.reads('planning.domain.missing', 'planning.priority.missing')
    expect(await lead.page.getByLabel(lead.words('planning.need.text')).inputValue()).toBe(need)
    await tour.stop('need')
    await lead.pick('planning.domain', 'code.need-domain.safety')
    await lead.choose('planning.priority', 'code.need-priority.urgent')
    await lead.press('common.save')
    await lead.reads({ text: need })
    await lead.page.getByRole('link', { name: lead.words('planning.goal.add') }).click()
    await lead.isAt('planning.goal')
    await lead.write('planning.goal.text', goal)
    await tour.stop('goal')
    await lead.press('common.save')
    await lead.reads({ text: goal })
    await lead.page.getByRole('link', { name: lead.words('planning.action.add') }).click()
    await lead.isAt('planning.action')
    await lead.write('planning.action.text', action)
    await lead.choose('planning.doer', 'code.doer.worker')
    await lead.pick('planning.worker', { text: displayName })
    await lead.date('planning.action.due', aDayIn(2))
    await tour.stop('action')
    await lead.press('common.save')
    await lead.reads({ text: action })
    await tour.stop('plan')
  }

  it.each([
    ['with JavaScript', true],
    ['without JavaScript, on a telephone', false],
  ] as const)(
    'is taken down, handed on, filled in, planned, and agreed to by another, %s',
    (_, javaScript) =>
      play(async (stage) => {
        const { operator, lead, chief, women } = await aCast(stage)
        const seat = async (name: string): Promise<[Person, Tour]> => {
          const person = await stage.person(name, { javaScript })
          if (!javaScript) await person.page.setViewportSize({ width: widths[0], height: 800 })
          return [person, new Tour(person, javaScript)]
        }
        const [desk, tourOfDesk] = await seat('operator')
        await signIn(desk, operator)
        const number = await takeCall(desk, operator, stage, tourOfDesk)
        const path = desk.path
        const [boss, tourOfBoss] = await seat('chief')
        await signIn(boss, chief)
        await handOver(boss, number, lead, tourOfBoss)
        // It is hers no more, once it has been given away.
        expect((await desk.answerTo(path)).status).toBe(404)

        const [worker, tour] = await seat('lead')
        await signIn(worker, lead)
        await worker.reloadsUntil('link', ['app.unread', { count: 1 }])
        await worker.reads('finding.today.given', { text: number })
        await tour.stop('today-new')
        await worker.press('finding.today.given')
        await worker.reads('cases.tasks')
        await tour.stop('case')
        await learnsWhoSheIs(worker, path, tour)
        await assesses(worker, path, tour)
        await agrees(worker, path, women, tour)
        await plans(worker, lead, tour)

        await worker.visit(`${path}/plan/approvals/plan`)
        await tour.stop('ask')
        await worker.press('approvals.ask')
        await worker.reads('said.approvals.asked')
        // Her own plan is not hers to agree to, though she supervises too.
        await worker.visit('/approvals/cases')
        await worker.reads('approvals.own')
        await tour.stop('own-asking')
        const approval = await worker.firstLink(/^\/approvals\/cases\/[0-9a-f-]{36}$/)
        await worker.visit(approval)
        await worker.reads('code.approval-state.requested')
        expect(await worker.page.locator('[name="answer"]').count()).toBe(0)
        await tour.stop('own-approval')

        await boss.visit('/today')
        await boss.reads('planning.today.to-approve.plan')
        await tourOfBoss.stop('today')
        await boss.press('planning.today.to-approve.plan')
        await boss.choose('approvals.answer', 'approvals.answer.approve')
        await boss.write('approvals.reason', praise)
        await tourOfBoss.stop('approve')
        await boss.press('approvals.answer.send')
        await boss.reads('said.approvals.approved')

        await worker.visit('/today')
        await worker.reads('planning.today.approved.plan', 'code.case-task.action')
        await tour.stop('today')
        await worker.press('planning.today.approved.plan')
        await worker.reads({ text: praise }, { text: chief.displayName })
        await tour.stop('approved')

        if (javaScript) {
          await tourOfDesk.abroad('opened')
          await tourOfBoss.abroad()
          await tour.abroad()
        }
        const findings = [tourOfDesk, tourOfBoss, tour].flatMap((one) => one.findings)
        expect({ findings, complaints: stage.complaints }).toEqual({ findings: [], complaints: [] })
      }),
    patience,
  )
})
