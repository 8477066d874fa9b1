import {
  Button,
  ButtonGroup,
  Card,
  ErrorSummary,
  errorsOf,
  Form,
  Input,
  InsetText,
  PageHeader,
  Pair,
  Radios,
  SummaryList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, SectionRows, type FieldErrors } from '../../cases/index.js'
import type { CaseBeside, Comparison, MergeView } from '../use-cases/merge-cases.js'

export interface MergePageView {
  readonly view: MergeView
  /** Null until the other case is named. */
  readonly comparison: Comparison | null
  /** As typed. */
  readonly other: string
  readonly main: string
  readonly errors: FieldErrors
}

/** Two cases of one person are joined, or parted again. */
export const MergePage = ({ view, comparison, other, main, errors }: MergePageView) => {
  const { t } = usePage()
  const { row, merges } = view
  const complaints = complaintsOf(errors, t)
  const errorList = errorsOf(complaints, ['other', 'main'])
  const path = `/cases/${row.id}/merge`
  const standing = merges.filter(({ undoneAt }) => undoneAt === null)
  return (
    <CasePage
      frame={{ caseId: row.id, number: row.number, safeContact: view.safeContact }}
      title={t('merging.title')}
      errors={errorList.length > 0}
      back={{ href: `/cases/${row.id}`, text: row.number }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={t('merging.title')} />
      <p class="govuk-body">{t('merging.lead')}</p>
      {standing.map((merge) => (
        <Card
          title={t(merge.mainId === row.id ? 'merging.also-in' : 'merging.main-is', {
            number: merge.otherNumber ?? '–',
          })}
        >
          <p class="govuk-body">{t('merging.undo.text')}</p>
          <Form action={`${path}/${merge.id}/undo`} version={merge.version}>
            <Button variant="secondary" preventDoubleClick>
              {t('merging.undo')}
            </Button>
          </Form>
        </Card>
      ))}
      {comparison === null ? (
        row.status === 'open' && (
          <Form action={path}>
            <Input
              name="other"
              label={{ text: t('merging.other'), classes: 'govuk-label--s' }}
              hint={t('merging.other.hint')}
              errorMessage={complaints['other']}
              value={other}
              classes="govuk-input--width-20"
            />
            <Button>{t('merging.compare')}</Button>
          </Form>
        )
      ) : (
        <Compared comparison={comparison} main={main} complaints={complaints} path={path} />
      )}
    </CasePage>
  )
}

const Compared = ({
  comparison: { own, other },
  main,
  complaints,
  path,
}: {
  readonly comparison: Comparison
  readonly main: string
  readonly complaints: Readonly<Record<string, string>>
  readonly path: string
}) => {
  const { t } = usePage()
  return (
    <>
      <Pair>
        <Beside beside={own} />
        <Beside beside={other} />
      </Pair>
      <InsetText>{t('merging.what-happens')}</InsetText>
      <Form action={path} hidden={{ other: other.row.number, step: 'merge' }}>
        <Radios
          name="main"
          fieldset={{ legend: t('merging.main') }}
          hint={t('merging.main.hint')}
          errorMessage={complaints['main']}
          value={main}
          items={[own, other].map(({ row }) => ({ value: row.id, text: row.number }))}
        />
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            {t('merging.merge')}
          </Button>
          <Button variant="secondary" href={path}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

const Beside = ({ beside }: { readonly beside: CaseBeside }) => {
  const { t, format } = usePage()
  const { row, identity, recorded } = beside
  return (
    <Card title={row.number}>
      <SummaryList
        rows={[
          { key: t('cases.meta.opened'), value: format.date(row.openedAt) },
          { key: t('cases.meta.lead'), value: row.leadName },
          { key: t('merging.status'), value: t(`code.case-status.${row.status}`) },
          { key: t('merging.risk'), value: t(`code.risk.${row.riskLevel}`) },
          {
            key: t('merging.person'),
            value: `${t(`code.sex.${row.sex}`)}, ${t(`code.age-band.${row.ageBand}`)}`,
          },
          {
            key: t('merging.recorded'),
            value: format.list(recorded.map((section) => t(`code.section.${section}`))),
          },
          { key: t('merging.referrals'), value: format.number(beside.openReferrals) },
          { key: t('merging.consents'), value: format.number(beside.liveConsents) },
        ]}
      />
      {identity !== null && <SectionRows view={identity} />}
    </Card>
  )
}
