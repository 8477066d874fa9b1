import { CharacterCount, Radios } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf } from '../../cases/index.js'
import { referralOutcomes } from '../domain/outcomes.js'
import { longestOutcome } from '../domain/lengths.js'
import { MoveFrame, type MoveView } from './move-frame.js'

export interface CompleteView extends MoveView {
  /** As typed. */
  readonly outcome: string
  readonly text: string
}

/** What came of the service. */
export const CompletePage = (view: CompleteView) => {
  const { t } = usePage()
  const complaints = complaintsOf(view.errors, t)
  return (
    <MoveFrame {...view} move="complete">
      <Radios
        name="outcome"
        fieldset={{ legend: t('referrals.complete.outcome') }}
        errorMessage={complaints['outcome']}
        value={view.outcome}
        items={referralOutcomes.map((outcome) => ({
          value: outcome,
          text: t(`code.outcome.${outcome}`),
        }))}
      />
      <CharacterCount
        name="text"
        label={t('referrals.complete.text')}
        hint={t('referrals.complete.text.hint')}
        errorMessage={complaints['text']}
        value={view.text}
        rows={6}
        maxlength={longestOutcome}
      />
    </MoveFrame>
  )
}
