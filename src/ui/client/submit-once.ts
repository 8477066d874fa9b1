const restFor = 5_000

/** Lets a form go once; an impatient second press is answered by patience. */
export const startSubmitOnce = (): void => {
  const resting = new WeakSet<EventTarget>()

  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset['once'] === undefined) return
    if (resting.has(form)) {
      event.preventDefault()
      return
    }
    resting.add(form)
    setTimeout(() => resting.delete(form), restFor)
  })
}
