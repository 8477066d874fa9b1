import { Button, Card, FileUpload, Form, InsetText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { ListFrame } from './list-frame.js'

export interface SendListView {
  /** The group it adds to; null for a new one. */
  readonly group: { readonly id: string; readonly number: string } | null
  readonly errors: FieldErrors
}

/** A list is chosen and sent. */
export const SendListPage = ({ group, errors }: SendListView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const path = group === null ? '/groups/new' : `/groups/${group.id}/more`
  const title =
    group === null ? t('groups.send.title') : t('groups.send.title.more', { number: group.number })
  return (
    <ListFrame title={title} step={null} complaints={complaints}>
      <p class="govuk-body">{t('groups.send.text')}</p>
      <p class="govuk-body">{t('groups.send.again')}</p>
      <Form action={path} enctype="multipart/form-data">
        <FileUpload
          name="file"
          label={{ text: t('groups.send.file'), classes: 'govuk-label--s' }}
          errorMessage={complaints['file']}
          accept=".csv,.txt,.xlsx"
        />
        <InsetText>{t('groups.send.safe')}</InsetText>
        <Button preventDoubleClick>{t('groups.send.button')}</Button>
      </Form>
      <Card title={t('groups.send.template')}>
        <ul class="govuk-list">
          {(['vi', 'en', 'fr'] as const).map((locale) => (
            <li>
              <a class="govuk-link" href={`/groups/template/${locale}`}>
                {t(`groups.send.template.${locale}`)}
              </a>
            </li>
          ))}
        </ul>
      </Card>
    </ListFrame>
  )
}
