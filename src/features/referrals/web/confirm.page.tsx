import { Radios } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf } from '../../cases/index.js'
import { feedbackAnswers, feedbackQuestions, type Feedback } from '../domain/outcomes.js'
import { MoveFrame, type MoveView } from './move-frame.js'

export interface ConfirmView extends MoveView {
  /** As typed. */
  readonly answers: Readonly<Record<keyof Feedback, string>>
}

/** What the person says: whether it came, was safe and helped. */
export const ConfirmPage = (view: ConfirmView) => {
  const { t } = usePage()
  const complaints = complaintsOf(view.errors, t)
  return (
    <MoveFrame {...view} move="confirm">
      {feedbackQuestions.map((question) => (
        <Radios
          name={question}
          fieldset={{ legend: t(`code.feedback.${question}`) }}
          errorMessage={complaints[question]}
          value={view.answers[question]}
          items={feedbackAnswers.map((answer) => ({
            value: answer,
            text: t(`code.feedback-answer.${answer}`),
          }))}
        />
      ))}
    </MoveFrame>
  )
}
