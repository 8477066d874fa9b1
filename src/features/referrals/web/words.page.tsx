import { CharacterCount, InsetText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf } from '../../cases/index.js'
import { longestNote } from '../domain/lengths.js'
import { MoveFrame, type MoveView } from './move-frame.js'

export interface WordsView extends MoveView {
  readonly move: 'ask' | 'answer'
  /** As typed. */
  readonly text: string
  /** What is answered. */
  readonly question: string | null
}

/** A question to the other side, or its answer. */
export const WordsPage = (view: WordsView) => {
  const { t } = usePage()
  const complaints = complaintsOf(view.errors, t)
  return (
    <MoveFrame {...view}>
      {view.question !== null && <InsetText>{view.question}</InsetText>}
      <CharacterCount
        name="text"
        label={t(`referrals.${view.move}.text`)}
        hint={t('referrals.words.hint')}
        errorMessage={complaints['text']}
        value={view.text}
        rows={5}
        maxlength={longestNote}
      />
    </MoveFrame>
  )
}
