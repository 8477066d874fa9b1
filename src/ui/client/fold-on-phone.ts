const phone = '(max-width: 40rem)'

/** Folds what would stand in the way on a small screen, and unfolds it on a wide one. */
export const startFoldOnPhone = (): void => {
  const narrow = matchMedia(phone)
  const fold = (): void => {
    document
      .querySelectorAll<HTMLDetailsElement>('details[data-fold-on-phone]')
      .forEach((details) => {
        details.open = !narrow.matches
      })
  }
  if (narrow.matches) fold()
  narrow.addEventListener('change', fold)
}
