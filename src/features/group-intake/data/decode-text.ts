const strict = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Text of a file that does not say how it is written: by its mark where it has one, as UTF-8 where it
 * is that, and else as Vietnamese Windows wrote before Unicode, where the tone follows its vowel.
 * Excel's "Unicode text" is UTF-16 with a mark. Null for what holds bytes that no text has.
 */
export const decodeText = (bytes: Buffer): string | null => {
  const text =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? strict('utf-16le', bytes)
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? strict('utf-16be', bytes)
        : (strict('utf-8', bytes) ?? strict('windows-1258', bytes))
  // eslint-disable-next-line no-control-regex -- these are what tells a text from other files
  if (text === null || /[\u0000-\u0008\u000e-\u001f]/.test(text)) return null
  return text.replace(/^\uFEFF/, '').normalize('NFC')
}
