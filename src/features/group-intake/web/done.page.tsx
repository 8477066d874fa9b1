import { Button, ButtonGroup } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { ListOutcome } from '../domain/assess-list.js'
import { DropList } from './drop-list.js'
import { ListFrame } from './list-frame.js'
import { ToMend } from './rows.page.js'

export interface DoneView {
  readonly listId: string
  readonly groupId: string
  readonly opened: number
  readonly known: number
  /** Of what is left over. */
  readonly outcome: ListOutcome
}

/** What came of the list, and what is left to mend. */
export const DonePage = ({ listId, groupId, opened, known, outcome }: DoneView) => {
  const { t } = usePage()
  return (
    <ListFrame title={t('groups.done.title', { count: opened })} step={null}>
      {known > 0 && <p class="govuk-body">{t('groups.done.known', { count: known })}</p>}
      {outcome.wrong > 0 && <ToMend listId={listId} outcome={outcome} text="groups.done.to-mend" />}
      <ButtonGroup>
        <Button href={`/groups/${groupId}`}>{t('groups.done.open')}</Button>
        {outcome.wrong > 0 && (
          <Button href={`/groups/${groupId}/more`} variant="secondary">
            {t('groups.done.send-again')}
          </Button>
        )}
      </ButtonGroup>
      <DropList listId={listId} />
    </ListFrame>
  )
}
