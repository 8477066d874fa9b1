/**
 * A sealed text does not open: it was cut or edited, moved to another place, or sealed under another
 * key. Says where, never what.
 */
export class UnreadableSeal extends Error {
  constructor(place: string, cause?: unknown) {
    super(`A sealed value does not open: ${place}`, { cause })
  }
}
