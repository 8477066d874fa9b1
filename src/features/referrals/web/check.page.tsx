import type { Section } from '../../../platform/access/sections.js'
import {
  Button,
  ButtonGroup,
  Card,
  CheckAnswers,
  ErrorMessage,
  Form,
  InsetText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors, type SectionView } from '../../cases/index.js'
import type { BesideTheDraft } from '../use-cases/drafts.js'
import { DeskPreviewRows } from './desk-preview-rows.js'
import type { DeskPreviewView } from './desk-preview.view.js'
import { DraftFrame } from './draft-frame.js'
import { SharedSections } from './shared-sections.js'

/** One referral as its other side will see it. */
interface CheckedPart {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly unitName: string
  readonly sections: readonly Section[]
  readonly before: DeskPreviewView
  readonly after: readonly SectionView[]
}

export interface CheckView {
  readonly id: string
  readonly beside: BesideTheDraft
  /** One, or all that are sent together. */
  readonly parts: readonly CheckedPart[]
  readonly errors: FieldErrors
}

/** Step 4: exactly what each other side will see, before it is sent. */
export const CheckPage = (view: CheckView) => {
  const { t } = usePage()
  const { id, parts, errors, beside } = view
  const [only] = parts
  const isOne = parts.length === 1 && only !== undefined
  return (
    <DraftFrame step="check" title={t('referrals.check.title')} beside={beside} errors={errors}>
      {!isOne && <p>{t('referrals.bundle.lead', { count: parts.length })}</p>}
      {parts.map((part, index) => (
        <Part part={part} position={isOne ? null : index + 1} errors={errors} />
      ))}
      <Form
        id="form"
        action={`/referrals/${id}/${isOne ? 'send' : 'send-all'}`}
        version={isOne ? only.version : undefined}
        hidden={
          isOne
            ? {}
            : Object.fromEntries(parts.map((part) => [`version-${part.id}`, `${part.version}`]))
        }
      >
        <InsetText>{t('referrals.check.send.hint')}</InsetText>
        <ButtonGroup>
          <Button preventDoubleClick>
            {isOne
              ? t('referrals.check.send')
              : t('referrals.bundle.send', { count: parts.length })}
          </Button>
          <Button variant="secondary" href={`/cases/${beside.caseId}`}>
            {t('common.save-draft')}
          </Button>
        </ButtonGroup>
      </Form>
    </DraftFrame>
  )
}

const Part = ({
  part,
  position,
  errors,
}: {
  readonly part: CheckedPart
  /** Null where there is only this one. */
  readonly position: number | null
  readonly errors: FieldErrors
}) => {
  const { t, format } = usePage()
  const { id, unitName } = part
  const change = (step: string) => [{ href: `/referrals/${id}/${step}`, text: t('common.change') }]
  const complaint = complaintsOf(errors, t)[`part-${id}`]
  return (
    <section id={`part-${id}`}>
      {position !== null && (
        <h2 class="govuk-heading-m">{t('referrals.bundle.part', { position, unit: unitName })}</h2>
      )}
      {complaint !== undefined && <ErrorMessage>{complaint}</ErrorMessage>}
      <CheckAnswers
        rows={[
          { key: t('referrals.check.to'), value: unitName, actions: change('unit') },
          {
            key: t('referrals.check.sections'),
            value: format.list(part.sections.map((section) => t(`code.section.${section}`))),
            actions: change('sharing'),
          },
        ]}
      />
      <Card title={t('referrals.check.before', { unit: unitName })}>
        <DeskPreviewRows preview={part.before} changeHref={`/referrals/${id}/need`} />
      </Card>
      <SharedSections title={t('referrals.check.after', { unit: unitName })} views={part.after} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/referrals/${id}/copy`}>
          {t('referrals.check.copy')}
        </a>
      </p>
      {position !== null && (
        <Form action={`/referrals/${id}/by-itself`} version={part.version}>
          <Button variant="secondary">{t('referrals.bundle.by-itself', { unit: unitName })}</Button>
        </Form>
      )}
    </section>
  )
}
