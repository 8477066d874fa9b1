import type { ComponentChildren } from 'preact'
import {
  Button,
  ButtonGroup,
  CharacterCount,
  Columns,
  ErrorSummary,
  errorsOf,
  Layout,
  PageHeader,
  Radios,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'
import {
  complaintsOf,
  SafeContactNote,
  type FieldErrors,
  type SafeContact,
} from '../../cases/index.js'
import { longestNote } from '../domain/lengths.js'

/** What every page below a team shows. */
export interface TeamFrameView {
  readonly caseId: string
  readonly teamNumber: string
  /** For who may see how the person is reached. */
  readonly safeContact: SafeContact | null
}

interface TeamStepProps {
  readonly frame: TeamFrameView
  readonly title: string
  readonly errors?: FieldErrors | undefined
  /** Where the inputs lie on the page, in their order. */
  readonly places?: readonly string[]
  /** Where it leads back, if not to the team. */
  readonly back?: { readonly href: string; readonly text: string } | undefined
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
}

export const teamPath = (caseId: string): string => `/cases/${caseId}/team`

/** A step below the page of a team, with the way back and the safe contact in sight. */
export const TeamStep = (props: TeamStepProps) => {
  const { t } = usePage()
  const { frame, title, errors = {}, places = [], back, aside } = props
  const list = errorsOf(complaintsOf(errors, t), places)
  return (
    <Layout
      title={`${title} – ${frame.teamNumber}`}
      within="/teams"
      errors={list.length > 0}
      back={
        back ?? {
          href: teamPath(frame.caseId),
          text: t('teams.one', { number: frame.teamNumber }),
        }
      }
    >
      <Columns
        notice={frame.safeContact !== null && <SafeContactNote contact={frame.safeContact} />}
        aside={aside}
      >
        {list.length > 0 && <ErrorSummary errorList={list} />}
        <PageHeader title={title} />
        {props.children}
      </Columns>
    </Layout>
  )
}

interface ReasonFieldsProps {
  /** The codes and the list they are told by. */
  readonly codes: readonly string[]
  readonly sentenceOf: (code: string) => Sentence
  readonly reason: string
  /** Left out where nothing is to be added. */
  readonly note?: string | undefined
  readonly errors: FieldErrors
}

/** A reason of a list, and what one wants to add. */
export const ReasonFields = ({ codes, sentenceOf, reason, note, errors }: ReasonFieldsProps) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  return (
    <>
      <Radios
        name="reason"
        fieldset={{ legend: t('teams.reason') }}
        errorMessage={complaints['reason']}
        value={reason}
        items={codes.map((code) => ({ value: code, text: t(sentenceOf(code)) }))}
      />
      {note !== undefined && (
        <CharacterCount
          name="note"
          label={t('teams.note')}
          hint={t('teams.note.hint')}
          errorMessage={complaints['note']}
          value={note}
          rows={3}
          maxlength={longestNote}
        />
      )}
    </>
  )
}

interface ConfirmProps {
  readonly deed: string
  readonly backHref: string
  readonly grave?: boolean
}

/** The deed, and the way back. */
export const Confirm = ({ deed, backHref, grave = false }: ConfirmProps) => {
  const { t } = usePage()
  return (
    <ButtonGroup>
      <Button variant={grave ? 'warning' : undefined} preventDoubleClick>
        {deed}
      </Button>
      <Button variant="secondary" href={backHref}>
        {t('common.back')}
      </Button>
    </ButtonGroup>
  )
}
