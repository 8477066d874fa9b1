import { Button, Details, Form } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'

/** Throws the list away, at any step; asked twice, for it does not come back. */
export const DropList = ({ listId }: { readonly listId: string }) => {
  const { t } = usePage()
  return (
    <Details summaryText={t('groups.drop')}>
      <p>{t('groups.drop.text')}</p>
      <Form action={`/groups/lists/${listId}/drop`}>
        <Button variant="warning">{t('groups.drop.button')}</Button>
      </Form>
    </Details>
  )
}
