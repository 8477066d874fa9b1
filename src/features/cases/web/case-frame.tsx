import type { ComponentChildren } from 'preact'
import { CaseTabs, Columns, Layout, PageHeader } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { SafeContact } from '../domain/case-content.js'
import { SafeContactNote } from './safe-contact-note.js'

// Each is a page below the case's address, and has its words in `cases.tab.*`.
const caseTabs = [
  'overview',
  'sections',
  'plan',
  'timeline',
  'consents',
  'team',
  'papers',
  'access',
] as const

export type CaseTab = (typeof caseTabs)[number]

/** What every page about a case shows. */
export interface CaseFrameView {
  readonly caseId: string
  /** Null for whom a part was shared with: they see the part, not the case. */
  readonly number: string | null
  readonly safeContact: SafeContact | null
}

const hrefOf = (caseId: string, tab: CaseTab): string =>
  tab === 'overview' ? `/cases/${caseId}` : `/cases/${caseId}/${tab}`

/** The pages of a case, side by side. */
export const CaseTabBar = ({
  caseId,
  current,
}: {
  caseId: string
  current?: CaseTab | undefined
}) => {
  const { t } = usePage()
  return (
    <CaseTabs
      label={t('cases.tabs')}
      items={caseTabs.map((tab) => ({
        href: hrefOf(caseId, tab),
        text: t(`cases.tab.${tab}`),
        current: tab === current,
      }))}
    />
  )
}

interface CasePageProps {
  readonly frame: CaseFrameView
  readonly title: string
  readonly current?: CaseTab | undefined
  readonly errors?: boolean | undefined
  readonly actions?: ComponentChildren
  readonly aside?: ComponentChildren
  /** A step below the case's own pages: leads back instead of showing the tabs. */
  readonly back?: { readonly href: string; readonly text: string } | undefined
  readonly children: ComponentChildren
}

/** A page about a case other than its first: where one is, and the safe contact always in sight. */
export const CasePage = (props: CasePageProps) => {
  const { t } = usePage()
  const { frame, title, current, back } = props
  const { caseId, number } = frame
  return (
    <Layout
      title={number === null ? title : `${title} – ${number}`}
      errors={props.errors}
      back={back}
      breadcrumbs={
        back === undefined && number !== null
          ? [
              { text: t('cases.mine'), href: '/cases' },
              { text: number, href: hrefOf(caseId, 'overview') },
              { text: title },
            ]
          : undefined
      }
    >
      {back === undefined && <PageHeader title={title} actions={props.actions} />}
      {back === undefined && number !== null && <CaseTabBar caseId={caseId} current={current} />}
      <Columns notice={<SafeContactNote contact={frame.safeContact} />} aside={props.aside}>
        {props.children}
      </Columns>
    </Layout>
  )
}
