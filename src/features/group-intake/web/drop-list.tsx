import { Button, Form } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'

/** Throws the list away, at any step. */
export const DropList = ({ listId }: { readonly listId: string }) => {
  const { t } = usePage()
  return (
    <Form action={`/groups/lists/${listId}/drop`}>
      <Button variant="secondary">{t('groups.drop')}</Button>
    </Form>
  )
}
