import { keepTyped } from './keep-typed.js'

const pressesNeeded = 3
const pressesWithin = 1500

// Other tabs of the same session vanish too: one glance at the tab bar must not undo the hiding.
const channel = 'hide'

const blank = (): void => {
  // First, for what is typed vanishes with the page; it goes on its way while the page is blanked.
  keepTyped()
  document.title = ''
  document.querySelectorAll('link[rel~="icon"]').forEach((icon) => icon.remove())
  document.body.replaceChildren()
  document.documentElement.style.backgroundColor = '#fff'
  document.body.style.backgroundColor = '#fff'
}

/** Blanks the page at once, then locks the session, then leaves without a way back in the history. */
export const startHidePage = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-hide-page]')
  const destination = form?.dataset['hidePage']
  if (!form || destination === undefined) return

  const others = new BroadcastChannel(channel)
  const leave = (): void => location.replace(destination)

  const hide = (): void => {
    const body = new URLSearchParams()
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') body.append(name, value)
    })
    const { action } = form
    blank()
    others.postMessage(channel)
    fetch(action, { method: 'POST', body, keepalive: true, redirect: 'manual' }).then(leave, leave)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    hide()
  })
  others.addEventListener('message', () => {
    blank()
    leave()
  })

  let presses: number[] = []
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.repeat) return
    presses = [...presses.filter((at) => event.timeStamp - at < pressesWithin), event.timeStamp]
    if (presses.length >= pressesNeeded) hide()
  })

  // A page kept whole by the browser would come back as it was, unlocked.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}
