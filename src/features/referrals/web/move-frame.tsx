import type { ComponentChildren } from 'preact'
import {
  Button,
  ButtonGroup,
  Columns,
  ErrorSummary,
  errorsOf,
  Form,
  Layout,
  PageHeader,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import {
  complaintsOf,
  SafeContactNote,
  type ContactAnswer,
  type FieldErrors,
  type SafeContact,
} from '../../cases/index.js'
import type { MoveName } from '../domain/open-moves.js'

/** What every page that asks about a move shows. */
export interface MoveView {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly asksThePerson: boolean
  readonly safeContact: SafeContact | null
  readonly contactNow: ContactAnswer
  readonly errors: FieldErrors
}

/** The moves that have a page of their own. */
export type WordedMove = Exclude<
  MoveName,
  'claim' | 'release' | 'accept' | 'start' | 'resume' | 'take-over' | 'confirm-cancel' | 'no-show'
>

interface MoveFrameProps extends MoveView {
  readonly move: WordedMove
  readonly children: ComponentChildren
}

const grave: readonly WordedMove[] = ['cancel', 'ask-to-cancel', 'fail', 'reject', 'enter-in-error']

/** A page that asks what a move needs to know, and makes it. */
export const MoveFrame = (props: MoveFrameProps) => {
  const { move, id, number, version, errors, asksThePerson, children } = props
  const { t } = usePage()
  const title = t(`referrals.${move}.title`)
  const errorList = errorsOf(complaintsOf(errors, t))
  const isGrave = grave.includes(move)
  const content = (
    <>
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={title} />
      <p class="govuk-body">{t(`referrals.${move}.lead`)}</p>
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
    </>
  )
  return (
    <Layout
      title={title}
      width={asksThePerson ? 'wide' : 'reading'}
      errors={errorList.length > 0}
      back={{ href: `/referrals/${id}`, text: t('referrals.one.title', { number }) }}
    >
      {asksThePerson ? (
        <Columns notice={<SafeContactNote contact={props.safeContact} answer={props.contactNow} />}>
          {content}
        </Columns>
      ) : (
        content
      )}
    </Layout>
  )
}
