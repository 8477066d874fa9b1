import { CharacterCount, Input } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf } from '../../cases/index.js'
import { longestNote } from '../domain/lengths.js'
import { MoveFrame, type MoveView } from './move-frame.js'

export interface AppointmentView extends MoveView {
  /** As typed: `2026-11-30` and `09:00`. */
  readonly day: string
  readonly time: string
  readonly note: string
}

/** When the person comes or is called; never where. */
export const AppointmentPage = (view: AppointmentView) => {
  const { t } = usePage()
  const complaints = complaintsOf(view.errors, t)
  return (
    <MoveFrame {...view} move="appointment">
      <Input
        name="day"
        type="date"
        label={t('referrals.appointment.day')}
        errorMessage={complaints['day']}
        value={view.day}
        classes="govuk-input--width-10"
      />
      <Input
        name="time"
        type="time"
        label={t('referrals.appointment.time')}
        errorMessage={complaints['time']}
        value={view.time}
        classes="govuk-input--width-5"
      />
      <CharacterCount
        name="note"
        label={t('referrals.note.label')}
        hint={t('referrals.appointment.note.hint')}
        errorMessage={complaints['note']}
        value={view.note}
        rows={3}
        maxlength={longestNote}
      />
    </MoveFrame>
  )
}
