import { Radios } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf } from '../../cases/index.js'
import { MoveFrame, type MoveView } from './move-frame.js'

export interface AssignView extends MoveView {
  /** As chosen. */
  readonly worker: string
  readonly colleagues: readonly { readonly id: string; readonly displayName: string }[]
}

/** Whom a supervisor gives it to. */
export const AssignPage = (view: AssignView) => {
  const { t } = usePage()
  const complaints = complaintsOf(view.errors, t)
  return (
    <MoveFrame {...view} move="assign">
      <Radios
        name="worker"
        fieldset={{ legend: t('referrals.assign.whom') }}
        hint={t('referrals.assign.hint')}
        errorMessage={complaints['worker']}
        value={view.worker}
        items={view.colleagues.map(({ id, displayName }) => ({ value: id, text: displayName }))}
      />
    </MoveFrame>
  )
}
