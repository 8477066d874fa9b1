const aYear = 365 * 24 * 3600
// Long after the page can be used.
const patience = 3_000

const isWeakLine = (): boolean => {
  // Not in the types, nor in every browser: https://wicg.github.io/netinfo/
  const connection: unknown = Reflect.get(navigator, 'connection')
  if (typeof connection !== 'object' || connection === null) return false
  const kind: unknown = Reflect.get(connection, 'effectiveType')
  return Reflect.get(connection, 'saveData') === true || kind !== '4g'
}

const fetchFonts = async (sheet: string): Promise<void> => {
  const answer = await fetch(sheet)
  if (!answer.ok) return
  const faces = [...(await answer.text()).matchAll(/url\("?([^)"]+)"?\)/g)]
  for (const [, face = ''] of faces) {
    const { ok } = await fetch(new URL(face, new URL(sheet, location.href)))
    if (!ok) return
  }
  const name = sheet.replace(/^.*fonts-|\.css$/g, '')
  document.cookie = `fonts=${name}; path=/; max-age=${aYear}; samesite=lax`
}

/**
 * Our letters weigh more than everything else together. They are fetched one by one when the page has
 * long been there, only over lines that carry them, and used by the pages after that.
 */
export const startFetchingFonts = (): void => {
  const sheet = document.querySelector<HTMLScriptElement>('script[data-fonts]')?.dataset['fonts']
  if (sheet === undefined || isWeakLine()) return
  // Whatever goes wrong: the system has letters too.
  setTimeout(() => void fetchFonts(sheet).catch(() => undefined), patience)
}
