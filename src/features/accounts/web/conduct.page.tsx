import {
  Button,
  Card,
  Checkboxes,
  DataTable,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Layout,
  PageHeader,
  SignedOutLayout,
  StatusTag,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { conductRules } from '../domain/conduct.js'

export interface ConductView {
  readonly version: number
  readonly acceptedAt: Date | null
  /** Whether the reader has to know who of the unit has not accepted. */
  readonly maySeeUnit: boolean
  /** Where to go afterwards. */
  readonly next: string
  /** The form that waits until it is accepted. */
  readonly held: string | undefined
  readonly error: 'conduct.accept.missing' | 'conduct.changed' | undefined
}

/** The code of conduct. Before it is accepted it stands alone: nothing of a case is beside it. */
export const ConductPage = (view: ConductView) =>
  view.acceptedAt === null ? <ToAccept {...view} /> : <Accepted {...view} />

const ToAccept = ({ version, next, held, error }: ConductView) => {
  const { t } = usePage()
  const complaint = error && t(error)
  return (
    <SignedOutLayout title={t('conduct.title')} errors={error !== undefined}>
      {error !== undefined && <ErrorSummary errorList={errorsOf({ accepted: complaint })} />}
      <PageHeader title={t('conduct.title')} meta={[t('conduct.lead')]} />
      {held !== undefined && <InsetText>{t('conduct.held')}</InsetText>}
      <Rules />
      <Form action="/conduct" hidden={{ next, held, version: String(version) }}>
        <Checkboxes
          name="accepted"
          errorMessage={complaint}
          items={[{ value: 'yes', text: t('conduct.accept.yes') }]}
        />
        <Button preventDoubleClick>{t('conduct.accept')}</Button>
      </Form>
      <Form action="/sign-out">
        <p class="govuk-body">{t('conduct.not-now')}</p>
        <Button variant="secondary">{t('app.sign-out')}</Button>
      </Form>
    </SignedOutLayout>
  )
}

const Accepted = ({ acceptedAt, maySeeUnit }: ConductView) => {
  const { t, format } = usePage()
  return (
    <Layout title={t('conduct.title')} width="reading">
      <PageHeader title={t('conduct.title')} />
      {acceptedAt !== null && (
        <InsetText>{t('conduct.accepted-on', { at: format.dateTime(acceptedAt) })}</InsetText>
      )}
      <Rules />
      {maySeeUnit && (
        <p>
          <a class="govuk-link" href="/conduct/unit">
            {t('conduct.unit')}
          </a>
        </p>
      )}
    </Layout>
  )
}

const Rules = () => {
  const { t } = usePage()
  return (
    <>
      {conductRules.map((rule) => (
        <Card title={t(`conduct.${rule}`)}>
          <p>{t(`conduct.${rule}.text`)}</p>
        </Card>
      ))}
    </>
  )
}

export interface ConductOfUnitView {
  readonly workers: readonly {
    readonly displayName: string
    readonly position: string
    readonly acceptedAt: Date | null
  }[]
}

/** Who of the unit has accepted, those first who have not. */
export const ConductOfUnitPage = ({ workers }: ConductOfUnitView) => {
  const { t, format } = usePage()
  return (
    <Layout
      title={t('conduct.unit')}
      width="reading"
      back={{ href: '/conduct', text: t('conduct.title') }}
    >
      <PageHeader title={t('conduct.unit')} meta={[t('conduct.unit.lead')]} />
      <DataTable
        caption={t('conduct.unit')}
        head={[
          { text: t('accounts.account.name') },
          { text: t('accounts.account.position') },
          { text: t('conduct.unit.accepted') },
        ]}
        rows={workers.map(({ displayName, position, acceptedAt }) => [
          { text: displayName },
          { text: position },
          {
            text:
              acceptedAt === null ? (
                <StatusTag tone="waiting">{t('conduct.unit.not-yet')}</StatusTag>
              ) : (
                format.dateTime(acceptedAt)
              ),
          },
        ])}
      />
    </Layout>
  )
}
