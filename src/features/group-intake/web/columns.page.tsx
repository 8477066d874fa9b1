import { Button, Form, Select } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { personFields, type PersonField } from '../domain/columns.js'
import { DropList } from './drop-list.js'
import { ListFrame } from './list-frame.js'

export interface ColumnsView {
  readonly listId: string
  readonly version: number
  readonly columns: readonly {
    readonly heading: string
    /** What stands there in the first rows. */
    readonly examples: readonly string[]
    readonly field: PersonField | null
  }[]
  readonly errors: FieldErrors
}

/** What each column of the list holds. */
export const ColumnsPage = ({ listId, version, columns, errors }: ColumnsView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  return (
    <ListFrame title={t('groups.columns.title')} step="columns" complaints={complaints}>
      <p class="govuk-body">{t('groups.columns.text')}</p>
      <Form action={`/groups/lists/${listId}/columns`} version={version}>
        {columns.map(({ heading, examples, field }, at) => (
          <Select
            name={`column-${at}`}
            label={{
              text:
                heading === ''
                  ? t('groups.columns.column.unnamed', { number: at + 1 })
                  : t('groups.columns.column', { heading }),
              classes: 'govuk-label--s',
            }}
            hint={
              examples.length === 0
                ? undefined
                : t('groups.columns.examples', { examples: examples.join(' · ') })
            }
            errorMessage={complaints[`column-${at}`]}
            value={field ?? ''}
            items={[
              { value: '', text: t('groups.columns.nothing') },
              ...personFields.map((one) => ({ value: one, text: t(`groups.field.${one}`) })),
            ]}
          />
        ))}
        <Button>{t('common.continue')}</Button>
      </Form>
      <DropList listId={listId} />
    </ListFrame>
  )
}
