import { expect } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { testPassword, type TestUnit, type TestWorker } from '../support/world.js'
import type { Person } from './person.js'

/** What is told of the girl, and by what it would be recognised where it must not stand. */
export const girl = {
  name: 'Trần Thị Mai',
  initials: 'T.T.M.',
  phone: '0905 000 111',
  address: 'Hẻm 12, đường Hoa Sen',
  codeWord: 'Lan bên tiệm may',
  narrative: 'Bị doạ gửi ảnh cho cả lớp.',
  mother: 'Trần Thị Hoa',
  need: 'Cần tham vấn tâm lý, muốn gặp nhân viên nữ.',
} as const

/** Whatever identifies her or tells what happened to her. */
const untold = [
  girl.name,
  girl.phone,
  girl.address,
  girl.codeWord,
  girl.narrative,
  girl.mother,
] as const

const outcome = 'Đã tham vấn ba buổi, em thấy yên tâm hơn.'

export const aDayIn = (days: number): [number, number, number] => {
  const day = new Date(Date.now() + days * 86_400_000)
  return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
}

export const signIn = async (
  who: Person,
  worker: Pick<TestWorker, 'login' | 'displayName'>,
  password = testPassword,
): Promise<void> => {
  await who.visit('/')
  await who.isAt('accounts.sign-in.title')
  await who.write('accounts.sign-in.login', worker.login)
  await who.write('accounts.sign-in.password', password)
  await who.press('accounts.sign-in.action')
  await who.reads({ text: worker.displayName })
}

export interface TakenIn {
  readonly path: string
  readonly number: string
}

/** The girl of 16 tells what happens to her; her mother knows. */
export const takeIn = async (sender: Person): Promise<TakenIn> => {
  await sender.isAt('today.title')
  await sender.press('cases.open-new')
  await sender.isAt('cases.intake.title')
  await sender.write('cases.field.name', girl.name)
  await sender.choose('cases.field.age', 'cases.intake.age.stated')
  await sender.write('cases.intake.age.years', '16')
  await sender.choose('cases.intake.sex', 'code.sex.female')
  await sender.pick('cases.intake.province', { text: 'Đà Nẵng' })
  await sender.write('cases.intake.commune', 'Phường Hải Châu')
  await sender.write('cases.field.address', girl.address)

  await sender.tick('cases.intake.channels', 'cases.channel.message')
  await sender.write('cases.field.phone', girl.phone)
  await sender.write('cases.field.code-word', girl.codeWord)

  await sender.choose('cases.field.incident-type', 'code.family.csea')
  await sender.inGroup('cases.field.incident-type', () =>
    sender.pick('cases.intake.type', 'code.incident.csea.sextortion_sexual'),
  )
  await sender.choose('cases.intake.ongoing', 'common.yes')
  await sender.tick('cases.intake.facts', 'cases.intake.fact.ict')
  await sender.write('cases.field.platform', 'Zalo')
  await sender.write('cases.field.narrative', girl.narrative)

  await sender.choose('cases.intake.caregiver.question', 'cases.caregiver.known')
  await sender.inGroup('cases.intake.caregiver.question', async () => {
    await sender.write('cases.intake.related.name', girl.mother)
    await sender.choose('cases.intake.caregiver.informed', 'common.yes')
    await sender.choose('cases.intake.caregiver.suspected', 'common.no')
  })

  await sender.choose('cases.intake.immediate-danger', 'common.no')
  await sender.tick('cases.intake.reasons', 'code.risk-reason.active_sextortion')
  await sender.choose('cases.intake.risk.level', 'code.risk.high')
  await sender.look('intake')
  await sender.press('cases.intake.submit')
  await sender.isAt(['cases.person.child', { initials: girl.initials }])
  await sender.look('case')
  const number = /BA-\d{4}-\d{6}/.exec(await sender.text())?.[0] ?? ''
  expect(number).not.toBe('')
  return { path: sender.path, number }
}

/** A child for one law and an adult for the other: both are to be offered. */
export const seesBothSectorsOffered = async (sender: Person): Promise<void> => {
  await sender.reads(
    'cases.offer.between-laws',
    'code.sector.child-protection',
    'code.sector.womens-services',
  )
  const text = await sender.text()
  expect(text).toContain(girl.initials)
  expect(text).not.toContain(girl.name)
}

/** The girl and her mother agree that the women's unit sees three sections. */
export const recordConsent = async (
  sender: Person,
  taken: TakenIn,
  { name }: TestUnit,
): Promise<void> => {
  await sender.press('cases.consent.record')
  await sender.isAt('consents.new')
  await sender.agreeTo('consents.explained')
  const sector = sender.words('code.sector.womens-services').toLowerCase()
  await sender.pick('consents.form.unit', { text: `${name} (${sector})` })
  await sender.tick(
    'consents.form.sections',
    'code.section.identity',
    'code.section.contact',
    'code.section.incident',
  )
  await sender.tick('consents.form.purposes', 'code.purpose.services', 'code.purpose.sharing')
  await sender.choose('consents.form.self.child', 'code.consent-answer.agrees')
  await sender.choose('consents.form.representative', 'code.consent-answer.agrees')
  await sender.write('consents.form.representative.name', 'Trần Thị Hoa')
  await sender.pick('consents.form.representative.relation', 'code.relation.mother')
  await sender.choose('consents.form.mode', 'code.consent-mode.verbal')
  await sender.date('consents.form.until', aDayIn(60))
  await sender.look('consent')
  await sender.press('consents.form.submit')
  await sender.reads('said.consents.recorded')
  await sender.visit(taken.path)
  await sender.reads({ text: name })
}

export interface Sent {
  readonly path: string
  readonly number: string
}

/** Need → unit → what will be shared → check → send. */
export const refer = async (sender: Person, { name }: TestUnit): Promise<Sent> => {
  await sender.press('cases.refer')
  await sender.isAt('referrals.need.title')
  await sender.pick('referrals.need.service', 'code.service.MHPSS_FOCUSED')
  await sender.choose('referrals.need.urgency', 'code.urgency.urgent')
  await sender.write('referrals.need.text', girl.need)
  await sender.look('need')
  await sender.press('common.save-and-continue')

  await sender.isAt('referrals.unit.title')
  await sender.choose('referrals.unit.label', { text: name })
  await sender.look('unit')
  await sender.press('common.save-and-continue')

  await sender.isAt('referrals.sharing.title')
  await sender.tick(
    ['referrals.sharing.label', { unit: name }],
    'code.section.identity',
    'code.section.contact',
    'code.section.incident',
  )
  await sender.look('sharing')
  await sender.press('common.save-and-continue')

  await sender.isAt('referrals.check.title')
  await sender.reads(['referrals.check.before', { unit: name }], { text: girl.need })
  await sender.reads(['referrals.check.after', { unit: name }], { text: girl.name })
  await sender.look('check')
  await sender.press('referrals.check.send')

  await sender.reads('said.referrals.sent')
  await sender.look('sent')
  const number = /CG-[\w-]+/.exec(await sender.text())?.[0] ?? ''
  expect(number).not.toBe('')
  return { path: sender.path, number }
}

/** The bell says so; the notification leads on. */
export const isTold = async (
  who: Person,
  unread: number,
  news: Parameters<Person['press']>[0],
): Promise<void> => {
  await who.reloadsUntil('link', ['app.unread', { count: unread }])
  await who.press(['app.unread', { count: unread }])
  await who.isAt('notifications.title')
  await who.reads(news)
  await who.look('notifications')
}

const readsNothingUntold = async (who: Person, told: readonly string[] = []): Promise<void> => {
  const text = await who.text()
  for (const words of untold.filter((one) => !told.includes(one))) expect(text).not.toContain(words)
}

/** The women's unit hears of it, sees the preview without a name, claims and accepts it. */
export const takeOver = async (receiver: Person, sent: Sent, from: TestUnit): Promise<void> => {
  await isTold(receiver, 1, ['notifications.kind.referral.requested', { from: from.name }])
  await readsNothingUntold(receiver)

  await receiver.press({
    text: `${receiver.words('nav.referrals')} 1 ${receiver.words('nav.count.new')}`,
  })
  await receiver.isAt('referrals.in.title')
  await receiver.look('inbox')
  await receiver.press({ text: sent.number })
  await receiver.isAt(['referrals.one.title', { number: sent.number }])
  await receiver.reads({ text: girl.need }, 'code.urgency.urgent', 'code.age-band.16-17')
  await readsNothingUntold(receiver)
  await receiver.look('preview')

  await receiver.press('referrals.move.claim')
  await receiver.reads('said.referrals.claim')
  await readsNothingUntold(receiver)
  await receiver.press('referrals.move.accept')
  await receiver.reads('said.referrals.accept')
}

/** After accepting: the three shared sections, and no other. */
export const seesWhatIsShared = async (receiver: Person, taken: TakenIn): Promise<void> => {
  await receiver.reads('referrals.one.shared', { text: girl.name })
  await receiver.look('accepted')
  const text = await receiver.text()
  for (const told of [girl.name, girl.phone, girl.codeWord, girl.narrative])
    expect(text).toContain(told)
  expect(text).not.toContain(girl.mother)

  const here = receiver.path
  await receiver.visit(`${taken.path}/sections`)
  expect(await receiver.text()).not.toContain(girl.mother)
  await receiver.visit(here)
}

/** A referral and a case of others look like ones that never were. */
export const findsNothing = async (stranger: Person, sent: Sent, taken: TakenIn): Promise<void> => {
  for (const path of [sent.path, taken.path, `${taken.path}/sections`, `${taken.path}/consents`]) {
    const real = await stranger.answerTo(path)
    const invented = await stranger.answerTo(path.replace(/[0-9a-f-]{36}/, randomUUID()))
    expect(real).toEqual(invented)
    expect(real.status).toBe(404)
  }
  await stranger.look('not-found')
  await stranger.visit('/referrals')
  expect(await stranger.text()).not.toContain(sent.number)
}

/** The service starts, and ends with an outcome; after that nothing is shared any more. */
export const serve = async (receiver: Person): Promise<void> => {
  await receiver.press('referrals.move.start')
  await receiver.reads('said.referrals.start')
  await receiver.press('referrals.move.complete')
  await receiver.isAt('referrals.complete.title')
  await receiver.choose('referrals.complete.outcome', 'code.outcome.given_in_full')
  await receiver.write('referrals.complete.text', outcome)
  await receiver.look('complete')
  await receiver.press('referrals.move.complete')
  await receiver.reads('said.referrals.complete', 'referrals.one.ended')
  await readsNothingUntold(receiver)
}

/** The sender hears of every step, asks the girl, and closes the loop. */
export const closeTheLoop = async (
  sender: Person,
  sent: Sent,
  receivers: TestUnit,
): Promise<void> => {
  await isTold(sender, 3, ['notifications.kind.referral.completed', { to: receivers.name }])
  await sender.visit(sent.path)
  await sender.reads({ text: outcome })
  await sender.press('referrals.move.confirm')
  await sender.isAt('referrals.confirm.title')
  await sender.choose('code.feedback.received', 'code.feedback-answer.yes')
  await sender.choose('code.feedback.safe', 'code.feedback-answer.yes')
  await sender.choose('code.feedback.helpful', 'code.feedback-answer.partly')
  await sender.look('confirm')
  await sender.press('referrals.move.confirm')
  await sender.reads('said.referrals.confirm', 'code.status.confirmed')
  await sender.look('closed')
}

/** The unit's figures hold the referral, in the chart's table too. */
export const seesItCounted = async (
  supervisor: Person,
  unit: TestUnit,
  counted: string,
): Promise<void> => {
  await supervisor.visit('/reports')
  await supervisor.isAt({ text: unit.name })
  await supervisor.reloadsUntil('text', { text: counted })
  await supervisor.reads('reports.open-in', 'reports.late', 'reports.answers.title')
  await supervisor.look('report')
}

/** The auditor reads who did what, without a name of hers, and verifies the trail. */
export const audits = async (
  auditor: Person,
  taken: TakenIn,
  sender: TestWorker,
  receiver: TestWorker,
): Promise<void> => {
  await auditor.visit('/audit')
  await auditor.isAt('oversight.title')
  await auditor.write('oversight.filter.case', taken.number)
  await auditor.press('common.filter.apply')
  await auditor.reads({ text: taken.number })
  await auditor.look('audit')
  const trail = await auditor.text()
  for (const deed of [
    'oversight.deed.case.open',
    'oversight.deed.consent.record',
    'oversight.deed.referral.send',
    'oversight.deed.referral.accept',
    'oversight.deed.referral.read',
    'oversight.deed.referral.confirm',
  ] as const)
    expect(trail).toContain(auditor.words(deed))
  for (const { displayName } of [sender, receiver]) expect(trail).toContain(displayName)
  await readsNothingUntold(auditor)

  await auditor.press('oversight.seal.verify')
  await auditor.isAt('oversight.verify.title')
  await auditor.reads('oversight.verify.intact')
  await auditor.look('verified')
}
