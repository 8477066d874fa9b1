/** The text of a field of a form or query, '' where there is none. */
export const textIn = (given: unknown, field: string): string => {
  if (typeof given !== 'object' || given === null) return ''
  const value: unknown = Reflect.get(given, field)
  return typeof value === 'string' ? value : ''
}

/** The id of the form that waits, if the address or the form names one. */
export const heldIn = (given: unknown): string | undefined => {
  const id = textIn(given, 'held')
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : undefined
}
