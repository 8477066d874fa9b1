import { Button, CheckAnswers, Form, InsetText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors, type RiskLevel } from '../../cases/index.js'
import type { ListOutcome } from '../domain/assess-list.js'
import { DropList } from './drop-list.js'
import { groupFactRows, type GroupFactsView } from './group-fact-rows.js'
import { ListFrame } from './list-frame.js'
import { Counts } from './rows.page.js'

export interface CheckView {
  readonly listId: string
  readonly version: number
  readonly outcome: ListOutcome
  readonly event: GroupFactsView
  /** Where it adds to a group. */
  readonly groupNumber: string | null
  readonly risk: RiskLevel
  readonly leads: readonly string[]
  readonly errors: FieldErrors
}

/** All that will happen, before it does. */
export const CheckListPage = (view: CheckView) => {
  const { t, format } = usePage()
  const { listId, version, outcome, errors } = view
  const complaints = complaintsOf(errors, t)
  const path = `/groups/lists/${listId}`
  const change = (to: string, what: string) => ({
    href: `${path}/${to}`,
    text: t('groups.check.change'),
    visuallyHiddenText: what,
  })
  return (
    <ListFrame
      title={t('groups.check.title')}
      step="check"
      complaints={complaints}
      back={{ href: `${path}/facts`, text: t('groups.facts.title') }}
    >
      <CheckAnswers
        card={{
          title: t('groups.check.list'),
          actions: [change('rows', t('groups.check.change.list'))],
        }}
        rows={[
          { key: t('groups.check.people'), value: String(outcome.people.length) },
          { key: t('groups.rows.outcome'), value: { text: <Counts outcome={outcome} /> } },
        ]}
      />
      <CheckAnswers
        card={{
          title: t('groups.check.shared'),
          actions: [change('facts', t('groups.check.change.shared'))],
        }}
        rows={[
          ...(view.groupNumber === null
            ? []
            : [{ key: t('groups.column.number'), value: view.groupNumber }]),
          ...groupFactRows(view.event, t, format),
          { key: t('groups.facts.risk'), value: t(`code.risk.${view.risk}`) },
          { key: t('groups.facts.leads'), value: format.list(view.leads) },
        ]}
      />
      <InsetText>{t('groups.check.text')}</InsetText>
      <Form id="form" action={`${path}/import`} version={version}>
        <Button preventDoubleClick>
          {t('groups.check.button', { count: outcome.people.length })}
        </Button>
      </Form>
      <DropList listId={listId} />
    </ListFrame>
  )
}
