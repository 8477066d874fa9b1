import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import {
  addDays,
  localTimeOf,
  startOfDay,
  type LocalDate,
} from '../../../platform/clock/local-time.js'
import type { FormValues } from '../../forms/index.js'
import type { CaseContent } from '../data/case-content.reader.js'
import { CaseReader } from '../data/case-reader.js'
import { careDueAfter, factsOf } from '../domain/incident-findings.js'
import { reflectionOn } from '../domain/reflection-period.js'
import type { UrgentCare } from '../domain/urgent-care.js'
import { CasePanel, type CasePanelsView, type TaskRow } from './case-panels.js'

const asked = ['identity', 'incident', 'health', 'reintegration'] as const satisfies Section[]

const treatmentFor: Readonly<Record<UrgentCare, string>> = {
  hiv_prevention: 'pep',
  emergency_contraception: 'emergency_contraception',
}

/**
 * What runs out for the person: care that helps only for hours after rape, and the time to recover and
 * reflect. Told to whoever may read the section it comes from, until it was given, declined or is over.
 */
@Injectable()
export class ClocksOfCase extends CasePanel {
  constructor(
    private readonly reader: CaseReader,
    private readonly clock: Clock,
  ) {
    super()
  }

  async panelsFor(actor: WorkerActor, caseId: string): Promise<Partial<CasePanelsView>> {
    const now = this.clock.now()
    const { content, facts } = await this.reader.content(caseId, maskOf(asked))
    const reads = (section: Section): boolean =>
      decide(actor, 'section.read', { now, case: facts, section }).allowed
    const today = localTimeOf(now).date
    return {
      tasks: [
        ...(reads('incident') ? careTasks(content, caseId, today) : []),
        ...(reads('reintegration') ? reflectionTasks(content, caseId, today) : []),
      ],
    }
  }
}

const careTasks = (
  { incidents, victim, records }: CaseContent,
  caseId: string,
  today: LocalDate,
): TaskRow[] => {
  // Also what was declined is answered: nobody is asked twice.
  const answered = valuesIn(records, 'treatment').map(({ kind }) => kind)
  const due = incidents
    .flatMap((incident) => careDueAfter(factsOf(incident), victim?.sex ?? 'unknown', today))
    .filter(({ care }) => !answered.includes(treatmentFor[care]))
  const cares = [...new Set(due.map(({ care }) => care))]
  return cares.map((care): TaskRow => {
    // Of several incidents the one for which there is most time left.
    const days = due.filter((one) => one.care === care).map(({ lastDay }) => lastDay)
    const last = days.includes(null) ? null : (days.toSorted().at(-1) ?? null)
    return {
      title: `code.urgent-care.${care}`,
      href: `/cases/${caseId}/referrals/new`,
      due: last === null ? null : endOf(last),
      isOverdue: false,
    }
  })
}

const reflectionTasks = ({ records }: CaseContent, caseId: string, today: LocalDate): TaskRow[] =>
  valuesIn(records, 'victim-status').flatMap((values): TaskRow[] => {
    const [from, until] = [values['reflectionFrom'], values['reflectionUntil']]
    if (typeof from !== 'string') return []
    const period = { from, until: typeof until === 'string' ? until : null }
    const { lastDay, daysLeft, isTooShort } = reflectionOn(period, today)
    if (daysLeft === 0) return []
    return [
      {
        title: isTooShort ? 'cases.task.reflection-too-short' : 'cases.task.reflection',
        href: `/cases/${caseId}/sections/reintegration`,
        due: endOf(lastDay),
        isOverdue: false,
      },
    ]
  })

const valuesIn = (records: CaseContent['records'], form: string): FormValues[] =>
  records.filter((record) => record.form === form).map(({ values }) => values)

const endOf = (day: LocalDate): Date => startOfDay(addDays(day, 1))
