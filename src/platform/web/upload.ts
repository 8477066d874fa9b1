import type { MultipartFile } from '@fastify/multipart'
import { RouteConfig } from '@nestjs/platform-fastify'
import type { FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { DomainError } from '../errors/domain-error.js'

/** The largest file that is taken in, in bytes. */
export const uploadLimitBytes = 5 * 1024 * 1024

/** A file that came with a form. It is in memory only, and nobody has looked into it yet. */
export class UploadedFile {
  constructor(
    /** As the sender's device calls it; never kept, since file names tell about people. */
    readonly name: string,
    readonly bytes: Buffer,
    /** Larger than is taken in: `bytes` is only its beginning. */
    readonly isTooBig: boolean,
  ) {}

  /** What tells the same form sent twice from another one. */
  toJSON(): { readonly name: string; readonly sha256: string } {
    return { name: this.name, sha256: createHash('sha256').update(this.bytes).digest('hex') }
  }
}

/** A form with a file came to an address that takes none. */
export class TakesNoFiles extends DomainError {
  readonly code = 'error.takes-no-files'

  override get kind() {
    return 'unsupported' as const
  }
}

/** A route whose form may bring files. All others refuse them before a byte is read. */
export const TakesFiles = (): MethodDecorator => RouteConfig({ takesFiles: true })

/** The file of a form's field; null where none was chosen. */
export const fileIn = (body: unknown, field: string): UploadedFile | null => {
  if (typeof body !== 'object' || body === null) return null
  const value: unknown = Object.entries(body).find(([name]) => name === field)?.[1]
  // A browser sends an empty file without a name where none was chosen.
  return value instanceof UploadedFile && (value.name !== '' || value.bytes.length > 0)
    ? value
    : null
}

/** Is it a form with files for an address that takes none? */
export const bringsUnexpectedFiles = ({ headers, routeOptions }: FastifyRequest): boolean =>
  /^\s*multipart\//i.test(headers['content-type'] ?? '') && !('takesFiles' in routeOptions.config)

/** How forms with files are read: whole, into memory, a file beside the other fields by its name. */
export const multipartOptions = {
  attachFieldsToBody: 'keyValues',
  throwFileSizeLimit: false,
  limits: { fileSize: uploadLimitBytes, files: 1, fields: 100, fieldSize: 64 * 1024, parts: 101 },
  onFile: async (part: MultipartFile): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of part.file) chunks.push(chunk as Buffer)
    const file = new UploadedFile(part.filename, Buffer.concat(chunks), part.file.truncated)
    // What stands here becomes the value of the field.
    Object.assign(part, { value: file })
  },
} as const
