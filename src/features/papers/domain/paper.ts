export const paperKinds = ['pdf', 'docx', 'xlsx', 'odt', 'txt'] as const

/** What a document may be. Never a picture or a film: what is scanned comes as PDF. */
export type PaperKind = (typeof paperKinds)[number]

export const removalReasons = [
  'wrong_file',
  'wrong_case',
  'person_asked',
  'no_longer_needed',
  'shows_pictures',
] as const

/** Why a document was taken out. */
export type RemovalReason = (typeof removalReasons)[number]

/** How each kind is called by the web, for the download. */
export const mediaTypeOf = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  txt: 'text/plain; charset=utf-8',
} as const satisfies Record<PaperKind, string>

/** A name for the file that says nothing: downloads lie about in folders that others open. */
export const fileNameOf = (id: string, kind: PaperKind): string =>
  `BA-document-${id.slice(0, 8)}.${kind}`
