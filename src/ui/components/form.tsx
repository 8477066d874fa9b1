import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { usePage } from '../page-context.js'

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
}

/** A form that changes something: signed against forgery, safe to send twice. */
export const Form = ({
  action,
  children,
  idempotencyKey = randomUUID(),
  version,
  hidden = {},
  enctype,
  id,
  classes,
}: FormProps) => {
  const { csrfToken } = usePage()
  const fields = {
    _csrf: csrfToken,
    _idempotency: idempotencyKey,
    _version: version,
    ...hidden,
  }
  return (
    // The browser's own checks speak its language, not the reader's; ours come from the server.
    <form
      method="post"
      action={action}
      id={id}
      class={classes}
      enctype={enctype}
      noValidate
      data-once
    >
      {Object.entries(fields).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  )
}
