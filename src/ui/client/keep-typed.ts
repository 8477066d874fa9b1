// Long enough that a word is not kept letter by letter, short enough to lose half a sentence at most.
const pause = 1_500
const askAgainEvery = 5_000
// Browsers let a page that closes send no more than 64 kB.
const mostThatMayOutliveThePage = 60_000

/** A form of this page in which something can be typed. */
interface Writing {
  readonly form: HTMLFormElement
  readonly notes: HTMLElement
  timer?: ReturnType<typeof setTimeout> | undefined
  isKept: boolean
  isSent: boolean
}

const writings = new Map<HTMLFormElement, Writing>()
let isLineDown = false
/** The form that is sent once the line is back, and the button it was sent with. */
let waiting: { writing: Writing; submitter: HTMLElement | null } | undefined

const writingOf = (target: EventTarget | null): Writing | undefined => {
  const form = target instanceof Element ? target.closest('form') : null
  const notes = form?.querySelector<HTMLElement>('[data-keep]')
  if (!form || !notes) return undefined
  const writing = writings.get(form) ?? { form, notes, isKept: true, isSent: false }
  writings.set(form, writing)
  return writing
}

/** Says how what was typed is doing; in the alert where the reader has to know. */
const say = ({ notes }: Writing, sentence: 'kept' | 'unkept' | 'waiting' | 'notSent'): void => {
  const status = notes.querySelector<HTMLElement>('.ba-keep__status')
  const alert = notes.querySelector<HTMLElement>('.ba-keep__alert')
  if (!status || !alert) return
  const time = new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date())
  const words = notes.dataset[sentence]?.replace('%{time}', time) ?? ''
  const isNews = sentence !== 'kept'
  status.hidden = isNews
  status.textContent = isNews ? '' : words
  if (alert.textContent !== (isNews ? words : '')) alert.textContent = isNews ? words : ''
}

const bodyOf = (form: HTMLFormElement): string => {
  const body = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') body.append(name, value)
  })
  return body.toString()
}

const keep = async (writing: Writing): Promise<void> => {
  clearTimeout(writing.timer)
  const { form, notes } = writing
  const body = bodyOf(form)
  const query = new URLSearchParams({ form: form.getAttribute('action') ?? '' })
  writing.isKept = true
  try {
    const answer = await fetch(`${notes.dataset['keep'] ?? ''}?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
      // What is on its way when the page goes, hides or locks still arrives.
      keepalive: body.length < mostThatMayOutliveThePage,
      redirect: 'manual',
    })
    isLineDown = answer.status >= 502
    if (isLineDown) throw new Error('not kept')
    if (answer.status === 204 && !waiting) say(writing, 'kept')
  } catch {
    isLineDown = true
    writing.isKept = false
    if (!waiting) say(writing, 'unkept')
    listenForTheLine()
  }
}

/** Keeps at once what has been typed and not kept yet: the page is about to go. */
export const keepTyped = (): void => {
  for (const writing of writings.values())
    if (!writing.isKept && !writing.isSent) void keep(writing)
}

let listening: ReturnType<typeof setTimeout> | undefined

const listenForTheLine = (): void => {
  listening ??= setTimeout(() => {
    listening = undefined
    void askForTheLine()
  }, askAgainEvery)
}

const askForTheLine = async (): Promise<void> => {
  const answer = await fetch('/live', { cache: 'no-store' }).catch(() => null)
  isLineDown = answer?.ok !== true
  if (isLineDown) {
    listenForTheLine()
    return
  }
  clearTimeout(listening)
  listening = undefined
  // The same form under the same key: had it arrived after all, its deed is not done twice.
  if (waiting) waiting.writing.form.requestSubmit(waiting.submitter)
  else keepTyped()
}

const noteTyping = (event: Event): void => {
  const writing = writingOf(event.target)
  if (!writing) return
  writing.isKept = false
  writing.isSent = false
  // Nobody wants half a sentence sent behind their back.
  if (waiting?.writing === writing) {
    waiting = undefined
    say(writing, 'notSent')
  }
  clearTimeout(writing.timer)
  writing.timer = setTimeout(() => void keep(writing), pause)
}

/** Holds a form back while there is no line: a browser would answer with a page of its own. */
const noteSending = (event: SubmitEvent): void => {
  const writing = writingOf(event.target)
  if (!writing) return
  clearTimeout(writing.timer)
  if (navigator.onLine && !isLineDown) {
    waiting = undefined
    writing.isSent = true
    return
  }
  event.preventDefault()
  event.stopImmediatePropagation()
  waiting = { writing, submitter: event.submitter }
  say(writing, 'waiting')
  void askForTheLine()
}

/**
 * Keeps what is typed with the service, never on the device, which may be shared: while somebody writes,
 * and when the page goes. Without a line it stays on the page and goes once the line is back.
 */
export const startKeepingTyped = (): void => {
  document.addEventListener('input', noteTyping)
  document.addEventListener('change', noteTyping)
  // Before the others: a form held back has not been sent.
  document.addEventListener('submit', noteSending, { capture: true })
  window.addEventListener('pagehide', keepTyped)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) keepTyped()
  })
  window.addEventListener('online', () => void askForTheLine())
  window.addEventListener('beforeunload', (event) => {
    const isInDanger = [...writings.values()].some(({ isKept, isSent }) => !isKept && !isSent)
    if ((isInDanger && isLineDown) || waiting) event.preventDefault()
  })
}
