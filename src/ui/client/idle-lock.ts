const signs = ['pointerdown', 'keydown', 'scroll', 'touchstart'] as const
const checkEvery = 5_000

/** Asks for the lock page once nobody has given a sign of life for as long as the page says. */
export const startIdleLock = (): void => {
  const minutes = Number(document.body.dataset['idleMinutes'])
  if (!(minutes > 0)) return

  let lastSign = Date.now()
  // Work in one tab keeps the others open.
  const tabs = new BroadcastChannel('signs-of-life')
  tabs.addEventListener('message', () => {
    lastSign = Date.now()
  })
  const noteSign = (): void => {
    const now = Date.now()
    if (now - lastSign > 1_000) tabs.postMessage(null)
    lastSign = now
  }
  for (const sign of signs) document.addEventListener(sign, noteSign, { passive: true })

  // The clock is read instead of a timer awaited: a sleeping computer stops timers, not time.
  const lockWhenIdle = (): void => {
    if (Date.now() - lastSign < minutes * 60_000) return
    const here = `${location.pathname}${location.search}`
    location.assign(`/lock?${new URLSearchParams({ next: here }).toString()}`)
  }
  setInterval(lockWhenIdle, checkEvery)
  document.addEventListener('visibilitychange', lockWhenIdle)
}
