const askEvery = 60_000

const countIn = (answer: unknown): number | undefined => {
  if (typeof answer !== 'object' || answer === null || !('count' in answer)) return undefined
  return typeof answer.count === 'number' ? answer.count : undefined
}

/** Keeps the number of unread notifications fresh while somebody is looking. */
export const startUnreadCount = (): void => {
  const bell = document.querySelector<HTMLElement>('[data-unread-from]')
  const badge = document.querySelector<HTMLElement>('[data-unread-badge]')
  const words = document.querySelector<HTMLElement>('[data-unread-text]')
  const status = document.querySelector<HTMLElement>('[data-unread-status]')
  const from = bell?.dataset['unreadFrom']
  const streamFrom = bell?.dataset['unreadStream']
  if (!bell || !badge || !words || !status || from === undefined) return

  const plural = new Intl.PluralRules(document.documentElement.lang)
  let known = Number(bell.dataset['unread'])

  const show = (count: number): void => {
    const pattern = plural.select(count) === 'one' ? 'unreadOne' : 'unreadOther'
    const text = bell.dataset[pattern]?.replace('%{count}', String(count)) ?? ''
    badge.textContent = String(count)
    badge.hidden = count === 0
    words.textContent = text
    // Fewer is what the reader just did; only more is news.
    if (count > known) status.textContent = text
    known = count
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = async (): Promise<void> => {
    const answer = await fetch(from, { headers: { accept: 'application/json' } }).catch(() => null)
    // Signed out or locked: the next page says so, asking on would only keep the session alive.
    if (answer?.status === 401 || answer?.status === 403 || answer?.redirected) return
    const count = answer?.ok ? countIn(await answer.json().catch(() => null)) : undefined
    if (count !== undefined && count !== known) show(count)
    wait()
  }
  const wait = (): void => {
    clearTimeout(timer)
    if (!document.hidden) timer = setTimeout(() => void ask(), askEvery)
  }

  let stream: EventSource | undefined
  const listen = (): void => {
    if (streamFrom === undefined || !('EventSource' in window)) return void ask()
    stream = new EventSource(streamFrom)
    stream.addEventListener('message', ({ data }) => {
      const count = countIn(JSON.parse(String(data)))
      if (count !== undefined && count !== known) show(count)
    })
    stream.addEventListener('error', () => {
      // Interrupted, it comes back by itself. Refused, it does not: then asking now and then will do.
      if (stream?.readyState === EventSource.CLOSED) void ask()
    })
  }
  // A page nobody looks at holds no connection; a browser has few of them.
  const rest = (): void => {
    clearTimeout(timer)
    stream?.close()
    stream = undefined
  }
  document.addEventListener('visibilitychange', () => {
    rest()
    if (!document.hidden) listen()
  })
  window.addEventListener('pagehide', rest)
  if (!document.hidden) listen()
}
