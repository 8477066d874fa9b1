import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  Form,
  Input,
  Layout,
  PageHeader,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf } from './complaints.js'

interface KeptFilter {
  readonly id: string
  readonly name: string
  readonly href: string
}

export interface FiltersView {
  readonly filters: readonly KeptFilter[]
  /** A filter whose name has to be mended before it is kept. */
  readonly adding?:
    | {
        readonly query: Readonly<Record<string, string>>
        readonly name: string
        readonly error: string | undefined
      }
    | undefined
  readonly renaming?:
    { readonly id: string; readonly name: string; readonly error: string | undefined } | undefined
}

/** The filters one keeps: to use, to rename, to remove. */
export const FiltersPage = ({ filters, adding, renaming }: FiltersView) => {
  const { t } = usePage()
  const said = (error: string | undefined) =>
    error === undefined ? undefined : complaintsOf({ name: error }, t)['name']
  const [addError, renameError] = [said(adding?.error), said(renaming?.error)]
  const wrong =
    addError !== undefined
      ? { text: addError, href: '#name' }
      : renameError !== undefined && renaming !== undefined
        ? { text: renameError, href: `#name-${renaming.id}` }
        : undefined
  return (
    <Layout
      title={t('cases.filters')}
      errors={wrong !== undefined}
      breadcrumbs={[{ text: t('cases.mine'), href: '/cases' }, { text: t('cases.filters') }]}
    >
      {wrong !== undefined && <ErrorSummary errorList={[wrong]} />}
      <PageHeader title={t('cases.filters')} />
      {adding !== undefined && (
        <Card title={t('cases.filters.keep')}>
          <Form action="/cases/filters" hidden={adding.query}>
            <Input
              label={t('cases.filters.name')}
              hint={t('cases.filters.name.hint')}
              name="name"
              value={adding.name}
              errorMessage={addError}
            />
            <Button preventDoubleClick>{t('cases.filters.keep')}</Button>
          </Form>
        </Card>
      )}
      {filters.length === 0 && adding === undefined && (
        <EmptyState title={t('cases.filters.none')}>{t('cases.filters.none.text')}</EmptyState>
      )}
      {filters.map(({ id, name, href }) => {
        const isRenamed = renaming?.id === id
        return (
          <Card title={name}>
            <p>
              <a class="govuk-link" href={href}>
                {t('cases.filters.use')}
              </a>
            </p>
            <Form action={`/cases/filters/${id}/rename`}>
              <Input
                label={t('cases.filters.name')}
                id={`name-${id}`}
                name="name"
                value={isRenamed ? renaming.name : name}
                errorMessage={isRenamed ? renameError : undefined}
              />
              <Button variant="secondary" preventDoubleClick>
                {t('cases.filters.rename')}
              </Button>
            </Form>
            <Form action={`/cases/filters/${id}/remove`} classes="ba-saved-remove">
              <Button variant="warning" preventDoubleClick>
                {t('cases.filters.remove')}
              </Button>
            </Form>
          </Card>
        )
      })}
    </Layout>
  )
}
