/** Fields of a form as they were typed; several of one name are a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** How long a draft waits for its person. */
export const draftLifetimeMs = 14 * 24 * 3600 * 1000

/** More than this nobody goes on with: the oldest go. */
export const mostDrafts = 50

// Far more than the longest form takes; a page of ours never sends as much.
const mostBytes = 256 * 1024

/** What is kept of a form: never a password, nor a token. */
export interface DraftContent {
  /** Page of ours, with its query. */
  readonly page: string
  /** The page's title, which names nobody. */
  readonly title: string
  readonly action: string
  readonly version: string | null
  readonly typed: Typed
}

// The doors have nothing worth keeping, and passwords are never kept, not even sealed.
const notKept =
  /^\/(sign-in|sign-out|lock|hide|blank|drafts|x|account\/password|cases\/[^/]+\/export)([/?]|$)/
const secretName = /password|secret|token/i

/** Whether what is typed into a form at this address may be kept at all. */
export const isKeepable = (address: string): boolean => !notKept.test(address)

const ownAddress = /^\/(?![/\\])[\x21-\x7e]{0,1999}$/

/** An address of our own, or null for anything else somebody may have put into the form. */
export const ownAddressOf = (text: unknown): string | null =>
  typeof text === 'string' && ownAddress.test(text) && !text.includes('\\') ? text : null

/** What was typed, out of the body of a form; null when it is nothing. */
export const typedIn = (body: unknown): Typed | null => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null
  const typed = Object.fromEntries(
    Object.entries(body).filter(
      (entry): entry is [string, string | string[]] =>
        !entry[0].startsWith('_') &&
        !secretName.test(entry[0]) &&
        (typeof entry[1] === 'string' ||
          (Array.isArray(entry[1]) && entry[1].every((one) => typeof one === 'string'))),
    ),
  )
  const isEmpty = Object.values(typed).every((value) => [value].flat().every((one) => one === ''))
  return isEmpty || Buffer.byteLength(JSON.stringify(typed)) > mostBytes ? null : typed
}

const ofCase = /^\/cases\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=[/?]|$)/

/** The case a page is about, if its address names one. */
export const caseOfPage = (page: string): string | null => ofCase.exec(page)?.[1] ?? null

const ofIntake = /^\/cases\/new\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=[/?]|$)/

/**
 * What a draft is a part of: an intake in steps is one thing begun, though what was gathered and the step
 * somebody is just typing into are kept apart. All else stands for itself.
 */
export const partOf = ({ page, id }: { readonly page: string; readonly id: string }): string =>
  ofIntake.exec(page)?.[0] ?? id
