/// <reference lib="dom" />
import { expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { localTimeOf } from '../../src/platform/clock/local-time.js'
import { girlsName } from '../../src/features/referrals/testing/referral.builder.js'
import { ReferralWorld } from '../../src/features/referrals/testing/use-referrals.js'
import type { TestUnit } from '../support/world.js'
import { aCast } from './cast.js'
import { barriersOn } from './page-checks.js'
import type { Person } from './person.js'
import { aDayIn, isTold, signIn } from './story.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 300_000

const need = 'Cần phối hợp để bảo vệ một em gái 16 tuổi.'
/** What the girl told in counselling, and what was planned because of it: never for police. */
const counselling = 'Em kể về những đêm mất ngủ'
const therapy = 'Tham vấn mỗi tuần'
/** A step of the safety plan that police were not named for. */
const trusted = 'Cô giáo chủ nhiệm'
const secrets = [counselling, therapy, trusted] as const

const statement = 'Lấy lời khai thân thiện'
const interview = 'Mời em đến phòng thân thiện'
const schooling = 'Xin học lại cho em'

describeInBrowser('a joint case', () => {
  const play = useBrowser()

  it(
    'is led, planned and decided on by three units, each with its own part, until one leaves',
    () =>
      play(async (stage) => {
        const world = new ReferralWorld(stage.app)
        const { clock } = stage.app
        clock.standAt(new Date())
        const {
          sender: worker,
          receiver,
          police: officer,
        } = await aCast(stage.app.given, 'Hoa Mai')
        const [children, women, station] = [worker.unit, receiver.unit, officer.unit]
        const caseId = await world.build.aCase(worker)
        // The girl would even let police know of her counselling; the system does not.
        await world.build.aConsent(worker, caseId, station.id, [
          'identity',
          'incident',
          'legal',
          'safety',
          'psychosocial',
        ])
        const team = `/cases/${caseId}/team`
        const findings: string[] = []
        const fits = async (...people: Person[]): Promise<void> => {
          for (const { page } of people) findings.push(...(await barriersOn(page)))
        }

        const lead = await stage.person('lead')
        await signIn(lead, worker)
        await lead.visit(`/cases/${caseId}`)
        await lead.press('cases.tab.sections')
        await writeCounselling(lead)
        await lead.press('cases.tab.team')
        await lead.reads('teams.not-yet')
        await fits(lead)
        await lead.press('teams.open')
        await lead.reads('said.teams.opened')
        const number = /Nhóm ([\w-]+)/.exec(await lead.text())?.[1] ?? ''
        expect(number).not.toBe('')

        // Women's services are asked only after the girl was.
        await startInvitation(lead, women, 'code.sector.womens-services')
        await lead.reads('teams.invite.no-consent')
        await fits(lead)
        await lead.press('teams.invite.record-consent')
        await agree(lead)
        await lead.isAt(['teams.invite.title', { unit: women.name }])
        await invite(lead, women, 'code.service.PSS_BASIC', ['identity', 'services'])
        await startInvitation(lead, station, 'code.sector.police')
        await lead.isAt(['teams.invite.title', { unit: station.name }])
        const offered = lead.group('teams.invite.sections')
        expect(await offered.getByText(lead.words('code.section.psychosocial')).count()).toBe(0)
        await fits(lead)
        await invite(lead, station, 'code.service.POLICE', ['identity', 'legal'])
        await lead.look('invited')

        const nurse = await stage.person('women')
        await signIn(nurse, receiver)
        await accept(nurse, number)
        const police = await stage.person('police')
        await signIn(police, officer)
        await accept(police, number)
        await fits(police)
        await police.look('joined')

        // The plan is shared step by step, and read.
        await lead.visit(team)
        await lead.press('teams.plan.open')
        await addStep(lead, 'code.plan-step.emergency_call', 'Gọi 113 và trực ban', [
          women,
          station,
        ])
        await addStep(lead, 'code.plan-step.safe_person', trusted, [women])
        await fits(lead)
        await lead.look('plan')
        await police.press('teams.plan.open')
        await police.reads({ text: 'Gọi 113 và trực ban' })
        await police.press('teams.plan.acknowledge')
        await police.reads('said.teams.plan-read')
        await fits(police)
        await nurse.press('teams.plan.open')
        await nurse.reads({ text: trusted })
        expect(await police.page.content()).not.toContain(trusted)

        // Each has something to do.
        await lead.visit(team)
        await giveTask(lead, {
          section: 'legal',
          unit: station,
          kind: 'code.task.police_step',
          text: statement,
          inDays: 2,
        })
        await giveTask(lead, {
          section: 'services',
          unit: women,
          kind: 'code.task.schooling',
          text: schooling,
          inDays: 3,
        })
        await giveTask(lead, {
          section: 'psychosocial',
          unit: children,
          kind: 'code.task.counselling',
          text: therapy,
          inDays: 4,
        })
        const hiddenTask = await taskOf(lead, 'code.task.counselling')

        // A conference is called, and answered.
        await lead.press('teams.call')
        const soon = new Date(clock.now().getTime() + 5 * 60_000)
        await callConference(lead, soon, [women, station])
        const conference = lead.path
        await addLine(lead, 'agenda', 'legal', 'Tố giác và chứng cứ')
        await addLine(lead, 'agenda', 'psychosocial', counselling)
        await lead.reads('teams.conference.not-yet')
        await fits(lead)
        await lead.look('called')
        await isTold(police, 5, 'notifications.kind.conference.invited')
        for (const [one, answer] of [
          [nurse, 'code.coming.yes'],
          [police, 'code.coming.substitute'],
        ] as const) {
          await one.visit(team)
          await one.page.locator(`a[href="${conference}"]`).click()
          await one.choose('teams.conference.answer', answer)
          await one.press('teams.conference.answer.send')
          await one.reads('said.teams.answered')
        }
        await fits(police)

        // They meet; what is decided becomes what somebody does.
        clock.comeTo(new Date(soon.getTime() + 60_000))
        await lead.visit(conference)
        await lead.reads('teams.conference.begun', 'code.coming.yes', 'code.coming.substitute')
        await addLine(lead, 'view', 'services', 'Em muốn đi học lại')
        await decide(lead, 'Công an lập hồ sơ', {
          section: 'legal',
          unit: station,
          kind: 'code.task.other',
          text: interview,
          inDays: 5,
        })
        await decide(lead, counselling, {
          section: 'psychosocial',
          unit: children,
          kind: 'code.task.other',
          text: therapy,
          inDays: 6,
        })
        await fits(lead)
        await lead.look('decided')
        await lead.press('teams.conference.hold')
        await lead.tick(
          'teams.conference.hold.attended',
          { text: women.name },
          { text: station.name },
        )
        await fits(lead)
        await lead.press('teams.conference.hold')
        await lead.reads('said.teams.held', 'code.conference-status.held')

        // Who does what next is one page for all, and each reads its own.
        const views = new Map<Person, string>()
        for (const one of [lead, nurse, police]) {
          await one.visit(team)
          await one.isAt(['teams.one', { number }])
          views.set(one, await one.text())
          await one.look('team')
        }
        await fits(lead, nurse, police)
        const outline = await whoDoesWhatNext(lead)
        expect(outline.map(({ unit }) => unit)).toEqual(
          [station, women, children, station, children].map(({ name }) => name),
        )
        for (const one of [nurse, police]) expect(await whoDoesWhatNext(one)).toEqual(outline)
        const tells = (one: Person) =>
          [statement, schooling, therapy, interview].filter((text) =>
            views.get(one)?.includes(text),
          )
        expect(tells(lead)).toHaveLength(4)
        expect(tells(nurse)).toEqual([schooling])
        expect(tells(police)).toEqual([statement, interview])

        // Counselling is nowhere in what police can ask for, by link or by address.
        const policeTask = await taskOf(police, 'code.task.police_step')
        const open = [
          ...[team, `${team}/plan`, `${team}/shared`, conference, policeTask],
          `/cases/${caseId}/sections`,
        ]
        for (const path of open) {
          await police.visit(path)
          const html = await police.page.content()
          for (const words of secrets)
            expect({ path, tells: html.includes(words) }).toEqual({ path, tells: false })
          expect({ path, tells: html.includes('BA-') }).toEqual({ path, tells: false })
        }
        await police.visit(`${team}/shared`)
        await police.reads({ text: girlsName })
        const section = `/cases/${caseId}/sections/psychosocial`
        const shut = [`/cases/${caseId}`, `/cases/${caseId}/consents`, section, hiddenTask]
        for (const path of shut) await findsNothingAt(police, path)
        const api = await stage.app.apiOf(officer)
        expect((await api.get(section)).status).toBe(404)
        expect((await api.get(`/cases/${caseId}/team`)).text).not.toContain(counselling)
        // It is there, for who may read it.
        await lead.visit(section)
        expect(await lead.page.content()).toContain(counselling)

        // Police have done their part, and go: whatever is still open there shows nothing any more.
        const second = await police.page.context().newPage()
        await second.goto(`${stage.address}${team}/shared`)
        expect(await second.content()).toContain(girlsName)
        await police.visit(team)
        await police.press('teams.leave')
        await police.isAt(['teams.leave.title', { number }])
        await fits(police)
        await police.choose('teams.reason', 'code.leaving.work_done')
        await police.press('teams.leave')
        await police.reads('said.teams.left', 'teams.mine.none')
        expect((await second.reload())?.status()).toBe(404)
        expect(await second.content()).not.toContain(girlsName)
        for (const path of open) await findsNothingAt(police, path)
        expect((await api.get(`/cases/${caseId}/team`)).status).toBe(404)

        // Who leads hears of it, and sees what now needs somebody else.
        await lead.visit(team)
        await lead.reads('teams.past', 'code.member-status.left', 'teams.next.orphan')
        await fits(lead)
        await lead.look('after-leaving')
        await nurse.visit(team)
        await nurse.reads({ text: schooling })
        expect({ findings, complaints: stage.complaints }).toEqual({ findings: [], complaints: [] })
      }),
    patience,
  )
})

type Words = Parameters<Person['press']>[0]
type Section = 'identity' | 'legal' | 'services' | 'safety' | 'psychosocial'

const writeCounselling = async (lead: Person): Promise<void> => {
  const name = lead.words('code.section.psychosocial')
  const ofSection = lead.words(['cases.sections.write-of', { section: name }])
  await lead.press({ text: `${lead.words('cases.sections.write')} ${ofSection}` })
  await lead.write('cases.section.notes', counselling)
  await lead.press('common.save')
  await lead.reads('said.cases.section-saved', { text: counselling })
}

const startInvitation = async (lead: Person, { name }: TestUnit, sector: Words): Promise<void> => {
  await lead.press('teams.invite')
  await lead.pick('teams.invite.unit', { text: `${name} (${lead.words(sector).toLowerCase()})` })
  await lead.press('common.continue')
}

/** The girl and her mother agree, safety included. */
const agree = async (lead: Person): Promise<void> => {
  await lead.isAt('consents.new')
  await lead.agreeTo('consents.explained')
  await lead.tick(
    'consents.form.sections',
    'code.section.identity',
    'code.section.safety',
    'code.section.services',
  )
  await lead.tick('consents.form.purposes', 'code.purpose.services', 'code.purpose.sharing')
  await lead.choose('consents.form.self.child', 'code.consent-answer.agrees')
  await lead.choose('consents.form.representative', 'code.consent-answer.agrees')
  await lead.write('consents.form.representative.name', 'Trần Thị Hoa')
  await lead.pick('consents.form.representative.relation', 'code.relation.mother')
  await lead.choose('consents.form.mode', 'code.consent-mode.verbal')
  await lead.date('consents.form.until', aDayIn(60))
  await lead.press('consents.form.submit')
}

const invite = async (
  lead: Person,
  { name }: TestUnit,
  purpose: Words,
  sections: readonly Section[],
): Promise<void> => {
  await lead.pick('teams.invite.purpose', purpose)
  await lead.choose('teams.invite.urgency', 'code.urgency.urgent')
  await lead.write('teams.invite.need', need)
  await lead.tick(
    'teams.invite.sections',
    ...sections.map((section) => `code.section.${section}` as const),
  )
  await lead.press('common.continue')
  await lead.isAt('teams.invite.check')
  await lead.reads(
    ['teams.invite.before', { unit: name }],
    { text: need },
    ['teams.invite.after', { unit: name }],
    { text: girlsName },
  )
  await lead.look(`check-${sections.length}`)
  await lead.press('teams.invite.send')
  await lead.reads('said.teams.invited')
}

/** The desk is told, reads what is needed and nothing of who, and joins. */
const accept = async (member: Person, number: string): Promise<void> => {
  await isTold(member, 1, 'notifications.kind.team.invited')
  await member.press('nav.teams')
  await member.press({ text: number })
  await member.reads('teams.preview', { text: need })
  for (const words of [girlsName, ...secrets, 'BA-'])
    expect(await member.page.content()).not.toContain(words)
  await member.press('teams.join')
  await member.reads('said.teams.joined')
}

const addStep = async (
  lead: Person,
  kind: Words,
  text: string,
  audience: readonly TestUnit[],
): Promise<void> => {
  await lead.press('teams.plan.add')
  await lead.choose('teams.plan.kind', kind)
  await lead.write('teams.plan.text', text)
  await lead.tick('teams.plan.audience', ...audience.map(({ name }) => ({ text: name })))
  await lead.press('common.save')
  await lead.reads('said.teams.plan-changed', { text })
}

interface Task {
  readonly section: Section
  readonly unit: TestUnit
  readonly kind: Words
  readonly text: string
  readonly inDays: number
}

const writeTask = async (
  lead: Person,
  { unit, kind, text, inDays }: Omit<Task, 'section'>,
): Promise<void> => {
  await lead.choose('teams.task.unit', { text: unit.name })
  await lead.pick('teams.task.kind', kind)
  await lead.write('teams.task.text', text)
  await lead.date('teams.task.due', aDayIn(inDays))
}

const giveTask = async (lead: Person, { section, ...task }: Task): Promise<void> => {
  await lead.press('teams.give-task')
  await lead.pick('teams.task.section', `code.section.${section}`)
  await writeTask(lead, task)
  await lead.press('teams.give-task')
  await lead.reads('said.teams.task-given')
}

const callConference = async (
  lead: Person,
  at: Date,
  units: readonly TestUnit[],
): Promise<void> => {
  const { date, minutes } = localTimeOf(at)
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const two = (value: number): string => `${value}`.padStart(2, '0')
  await lead.date('teams.conference.day', [year, month, day])
  await lead.write('teams.conference.time', `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`)
  await lead.choose('teams.conference.channel', 'code.conference-channel.video')
  await lead.write('teams.conference.place', 'Phòng họp trực tuyến số 4')
  await lead.tick('teams.conference.units', ...units.map(({ name }) => ({ text: name })))
  await lead.press('teams.call')
  await lead.reads('said.teams.called')
}

const addLine = async (
  lead: Person,
  kind: 'agenda' | 'view',
  section: Section,
  text: string,
): Promise<void> => {
  await lead.press(`teams.conference.add.${kind}`)
  await lead.pick('teams.conference.line.section', `code.section.${section}`)
  await lead.write('teams.conference.line.text', text)
  await lead.press(`teams.conference.add.${kind}`)
  await lead.reads('said.teams.written', { text })
}

const decide = async (
  lead: Person,
  decision: string,
  { section, ...task }: Task,
): Promise<void> => {
  await lead.press('teams.conference.add.decision')
  await lead.pick('teams.conference.line.section', `code.section.${section}`)
  await lead.write('teams.conference.decision.text', decision)
  await writeTask(lead, task)
  await lead.press('teams.conference.add.decision')
  await lead.reads('said.teams.decided', { text: decision })
}

const taskOf = async (person: Person, kind: Words): Promise<string> => {
  const link = person.page.getByRole('link', { name: person.words(kind), exact: true }).first()
  return (await link.getAttribute('href')) ?? ''
}

/** Every line of the table: whose it is and until when. */
const whoDoesWhatNext = async (person: Person): Promise<{ unit: string; due: string }[]> => {
  const rows = person.page
    .getByRole('table', { name: person.words('teams.next') })
    .locator('tbody tr')
  const cells = await rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.children].map((cell) =>
        [...cell.childNodes].map(({ textContent }) => textContent ?? ''),
      ),
    ),
  )
  // Below the unit stands who it is there, for those who may know.
  return cells.map(([, who = [], due = []]) => ({ unit: who[0] ?? '', due: due.join('') }))
}

const findsNothingAt = async (person: Person, path: string): Promise<void> => {
  const answer = async (address: string) => {
    const { status } = await person.answerTo(address)
    return { status, text: await person.text() }
  }
  const real = await answer(path)
  expect({ path, ...real }).toEqual({
    path,
    ...(await answer(path.replace(/[0-9a-f-]{36}/, randomUUID()))),
  })
  expect(real.status).toBe(404)
}
