const namesIn = (answer: unknown): readonly string[] => {
  if (typeof answer !== 'object' || answer === null || !('names' in answer)) return []
  return Array.isArray(answer.names) ? answer.names.map(String) : []
}

const offer = async (input: HTMLInputElement, select: HTMLSelectElement): Promise<void> => {
  const { list } = input
  const province = select.value
  const from = input.dataset['communesFrom']
  if (!list || from === undefined) return
  const answer = await fetch(`${from}?${new URLSearchParams({ province }).toString()}`, {
    headers: { accept: 'application/json' },
  })
  // Signed out or locked: the next page says so, and a name can be typed all the same.
  if (!answer.ok || answer.redirected) return
  const names = namesIn(await answer.json())
  // Another one was chosen meanwhile: its names are on their way.
  if (select.value !== province) return
  const options = names.map((name) => {
    const option = document.createElement('option')
    option.value = name
    return option
  })
  list.replaceChildren(...options)
}

/** Offers the communes of the province that is chosen, once another one is. */
export const startOfferingCommunes = (): void => {
  document.querySelectorAll<HTMLInputElement>('input[data-communes-of]').forEach((input) => {
    const select = input.form?.elements.namedItem(input.dataset['communesOf'] ?? '')
    if (!(select instanceof HTMLSelectElement)) return
    select.addEventListener('change', () => {
      input.list?.replaceChildren()
      // Whatever goes wrong: nothing is offered, and the name is understood when it arrives.
      if (select.value !== '') void offer(input, select).catch(() => undefined)
    })
  })
}
