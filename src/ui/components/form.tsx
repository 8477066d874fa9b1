import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { formFields } from '../../platform/web/form-drafts.js'
import { usePage } from '../page-context.js'
import { FormInHand, FormProvider } from '../typed-form.js'
import { BegunForms } from './begun-forms.js'
import { KeepForm } from './keep-form.js'

export interface FormProps {
  readonly action: string
  readonly children: ComponentChildren
  /** Sent again unchanged, a form does its deed once. A new key, unless given. */
  readonly idempotencyKey?: string | undefined
  /** The version the reader saw, sent as If-Match would be. */
  readonly version?: string | number | undefined
  readonly hidden?: Readonly<Record<string, string | undefined>> | undefined
  readonly enctype?: 'multipart/form-data' | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  /** False where what is typed must lie nowhere, a password say. */
  readonly isKept?: boolean | undefined
  /** Whether the answer is a file, which leaves the page standing. */
  readonly givesFile?: boolean | undefined
}

/**
 * A form that changes something: signed against forgery, safe to send twice. What is typed into it is
 * kept until it is sent, and offered again where the page is opened anew; its fields fill themselves in.
 */
export const Form = ({
  action,
  children,
  idempotencyKey,
  version,
  hidden = {},
  enctype,
  id,
  classes,
  isKept = true,
  givesFile,
}: FormProps) => {
  const { csrfToken, actor, page, posted, drafts, openDraft } = usePage()
  const begun = drafts.filter((draft) => draft.action === action)
  const open = begun.find((draft) => draft.id === openDraft)
  // A form that came back is still the same form: one draft, one deed.
  const again = posted?.action === action && posted.key !== '' ? posted.key : undefined
  // What was typed was sent to be looked over (`/invite/check`), and goes with what is sent now (`/invite`).
  const isLookedOver = posted?.action.startsWith(`${action}/`) === true && posted.key !== ''
  const fields = {
    [formFields.csrf]: csrfToken,
    [formFields.before]: isLookedOver ? posted.key : undefined,
    [formFields.key]: idempotencyKey ?? open?.formKey ?? again ?? randomUUID(),
    [formFields.version]: version,
    [formFields.page]: actor === null ? undefined : page,
    ...hidden,
  }
  return (
    <>
      {begun.length > 0 && <BegunForms begun={begun} open={open} version={version} />}
      {/* The browser's own checks speak its language, not the reader's; ours come from the server. */}
      <form
        method="post"
        action={action}
        id={id}
        class={classes}
        enctype={enctype}
        noValidate
        data-once
        data-file={givesFile}
      >
        <FormProvider value={new FormInHand(open?.typed ?? null)}>
          {Object.entries(fields).map(
            ([name, value]) =>
              value !== undefined && <input type="hidden" name={name} value={value} />,
          )}
          {children}
          {isKept && <KeepForm action={action} />}
        </FormProvider>
      </form>
    </>
  )
}
