import { CharacterCount, Radios, Select } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf } from '../../cases/index.js'
import type { UnitView } from '../../directory/index.js'
import { reasonsFor } from '../domain/referral-reasons.js'
import { longestNote } from '../domain/lengths.js'
import { MoveFrame, type MoveView } from './move-frame.js'
import { reasonSentence } from './reason-words.js'

const leadsTo = {
  reject: 'rejected',
  fail: 'failed',
  cancel: 'cancelled',
  hold: 'on_hold',
  'ask-to-cancel': 'cancelled',
  'enter-in-error': 'entered_in_error',
} as const

export interface ReasonedMoveView extends MoveView {
  readonly move: keyof typeof leadsTo
  /** As typed. */
  readonly reason: string
  readonly note: string
  readonly suggestedUnit: string
  /** Units that might be suggested; for who declines. */
  readonly units: readonly Pick<UnitView, 'id' | 'name'>[]
}

/** To decline, pause, give up or take back: each with a reason. */
export const ReasonedMovePage = (view: ReasonedMoveView) => {
  const { t } = usePage()
  const complaints = complaintsOf(view.errors, t)
  const status = leadsTo[view.move]
  return (
    <MoveFrame {...view}>
      <Radios
        name="reason"
        fieldset={{ legend: t('referrals.reason.label') }}
        errorMessage={complaints['reason']}
        value={view.reason}
        items={reasonsFor(status).flatMap((reason) => {
          const sentence = reasonSentence(status, reason)
          return sentence === null ? [] : [{ value: reason, text: t(sentence) }]
        })}
      />
      {view.move === 'reject' && (
        <Select
          name="suggestedUnit"
          label={t('referrals.suggest.label')}
          errorMessage={complaints['suggestedUnit']}
          value={view.suggestedUnit}
          items={[
            { value: '', text: t('referrals.suggest.nobody') },
            ...view.units.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
      <CharacterCount
        name="note"
        label={t('referrals.note.label')}
        hint={t('referrals.note.hint')}
        errorMessage={complaints['note']}
        value={view.note}
        rows={4}
        maxlength={longestNote}
      />
    </MoveFrame>
  )
}
