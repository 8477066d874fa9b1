import { usePage } from '../page-context.js'
import { Form } from './form.js'
import type { Text } from './text.js'

interface MaskedProps {
  /** What is masked, within a sentence: "họ tên". */
  readonly label: string
  /** The value once it is opened, else null. */
  readonly value: Text
  /** Where to ask for it; the question is recorded. */
  readonly revealAction: string
  readonly hidden?: Readonly<Record<string, string | undefined>> | undefined
}

/** A value shown only to those who ask, because asking leaves a trace. */
export const Masked = ({ label, value, revealAction, hidden }: MaskedProps) => {
  const { t } = usePage()
  if (value !== null && value !== undefined) return <span>{value}</span>
  return (
    <span class="ba-masked">
      <span class="ba-masked__dots" aria-hidden="true">
        ••••••
      </span>
      <span class="govuk-visually-hidden">{t('common.masked')}</span>
      <Form action={revealAction} hidden={hidden}>
        <button class="ba-link-button" type="submit">
          {t('common.masked.reveal', { label })}
          <span class="govuk-visually-hidden">. {t('common.masked.note')}</span>
        </button>
      </Form>
    </span>
  )
}
