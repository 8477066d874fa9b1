import type { ComponentChildren } from 'preact'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  errorsOf,
  Form,
  Layout,
  PageHeader,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import type { MoveName } from '../domain/open-moves.js'

/** What every page that asks about a move shows. */
export interface MoveView {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly errors: FieldErrors
}

interface MoveFrameProps extends MoveView {
  readonly move: Extract<MoveName, 'reject' | 'fail' | 'cancel' | 'complete' | 'confirm'>
  readonly children: ComponentChildren
}

/** A page that asks what a move needs to know, and makes it. */
export const MoveFrame = ({ move, id, number, version, errors, children }: MoveFrameProps) => {
  const { t } = usePage()
  const title = t(`referrals.${move}.title`)
  const errorList = errorsOf(complaintsOf(errors, t))
  const isGrave = move === 'cancel' || move === 'fail' || move === 'reject'
  return (
    <Layout
      title={title}
      width="reading"
      errors={errorList.length > 0}
      back={{ href: `/referrals/${id}`, text: t('referrals.one.title', { number }) }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={title} />
      <p class="govuk-body-l">{t(`referrals.${move}.lead`)}</p>
      <Form id="form" action={`/referrals/${id}/${move}`} version={version}>
        {children}
        <ButtonGroup>
          <Button variant={isGrave ? 'warning' : undefined} preventDoubleClick>
            {t(`referrals.move.${move}`)}
          </Button>
          <Button variant="secondary" href={`/referrals/${id}`}>
            {t('common.back')}
          </Button>
        </ButtonGroup>
      </Form>
    </Layout>
  )
}
