import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { isSentence } from '../../../ui/translate.js'
import {
  CasePanel,
  type CaseEventRow,
  type CasePanelsView,
  type ConsentRow,
  type ReferralRow,
  type TaskRow,
} from '../../cases/index.js'
import { ConsentReading, type ConsentView } from '../../consents/index.js'
import { isOpen } from '../domain/referral-status.js'
import type { ListedReferral } from '../use-cases/list-referrals.js'
import { ReferralReading, type CaseStoryRow } from '../use-cases/referral-reading.js'
import { dueViewOf, statusViewOf } from './referral-due.js'

/** What the case page shows of referrals and consents; runs in the transaction of who opened it. */
@Injectable()
export class ReferralCasePanels extends CasePanel {
  constructor(
    private readonly referrals: ReferralReading,
    private readonly consents: ConsentReading,
    private readonly clock: Clock,
  ) {
    super()
  }

  async panelsFor(actor: WorkerActor, caseId: string): Promise<CasePanelsView> {
    const now = this.clock.now()
    const [referrals, consents, story] = await Promise.all([
      this.referrals.ofCase(caseId),
      this.consents.ofCase(caseId),
      this.referrals.storyOfCase(caseId),
    ])
    return {
      referrals: referrals.map((row) => referralRow(row, now)),
      consents: consents.map((consent): ConsentRow => ({
        id: consent.id,
        href: `/cases/${caseId}/consents`,
        unitName: consent.recipientUnitName,
        sections: consent.sections,
        validUntil: consent.validUntil,
        isLive: consent.isLive,
      })),
      tasks: actor.roles.includes('caseworker')
        ? [
            ...(await this.questionsForMore(caseId)),
            ...consents.flatMap((consent) => endingSoon(consent, caseId, now)),
            ...referrals.flatMap((row) => taskOf(row, referrals, now)),
          ]
        : [],
      events: story.flatMap(eventRow),
    }
  }

  // What the receiver asks to see in addition waits for a person's answer.
  private async questionsForMore(caseId: string): Promise<TaskRow[]> {
    return (await this.referrals.questionsForMore(caseId)).map(({ referralId, unitName }) => ({
      title: 'referrals.task.more-asked',
      href: `/referrals/${referralId}/share-more`,
      about: unitName,
      due: null,
      isOverdue: false,
    }))
  }
}

// A week before it ends there is time to see the person and ask anew.
const endingSoonMs = 7 * 86_400_000

const endingSoon = (consent: ConsentView, caseId: string, now: Date): TaskRow[] =>
  consent.isLive && consent.validUntil.getTime() - now.getTime() <= endingSoonMs
    ? [
        {
          title: 'consents.task.ending',
          href: `/cases/${caseId}/consents/new?unit=${consent.recipientUnitId}`,
          about: consent.recipientUnitName,
          due: consent.validUntil,
          isOverdue: false,
        },
      ]
    : []

const referralRow = (row: ListedReferral, now: Date): ReferralRow => {
  const { sentence, tone } = statusViewOf(row, 'sender')
  const due = dueViewOf(row, now)
  return {
    id: row.id,
    href: `/referrals/${row.id}`,
    service: row.service === null ? 'referrals.no-service-yet' : `code.service.${row.service}`,
    unitName: row.toUnitName,
    status: sentence,
    tone,
    due: due.kind === 'running' ? due.at : null,
    isOverdue: due.kind === 'running' && due.state === 'overdue',
    isOpen: row.status === 'draft' || row.status === 'completed' || isOpen(row.status),
  }
}

/** What the sender has to do about a referral, if anything. */
const taskOf = (row: ListedReferral, all: readonly ListedReferral[], now: Date): TaskRow[] => {
  const task = (
    title: TaskRow['title'],
    about: string | null,
    { href = `/referrals/${row.id}`, due = null, isOverdue = false }: Partial<TaskRow> = {},
  ): TaskRow[] => [{ title, href, about: about ?? row.number, due, isOverdue }]

  switch (row.status) {
    case 'draft':
      return task('referrals.task.finish-draft', row.toUnitName)
    case 'completed':
      return task('referrals.task.confirm', row.toUnitName, {
        href: `/referrals/${row.id}/confirm`,
      })
    case 'rejected':
    case 'expired':
      return all.some(({ supersedesId }) => supersedesId === row.id)
        ? []
        : task('referrals.task.find-another', row.number)
    default: {
      const due = dueViewOf(row, now)
      return due.kind === 'running' && due.state === 'overdue'
        ? task('referrals.task.ask-unit', row.toUnitName, { due: due.at, isOverdue: true })
        : []
    }
  }
}

const eventRow = ({ kind, at, byName, number, unitName }: CaseStoryRow): CaseEventRow[] => {
  const title = `referrals.case-event.${kind}`
  if (!isSentence(title)) return []
  return [
    {
      title,
      facts: { number, unit: unitName ?? '' },
      at,
      by: byName,
      isStrong: kind === 'rejected' || kind === 'failed' || kind === 'expired',
    },
  ]
}
