/** A file to be saved; the browser is never to show it. */
export class Download {
  constructor(
    readonly bytes: Buffer,
    readonly mediaType: string,
    /** Of our own making: ASCII, and without anybody's name. */
    readonly fileName: string,
  ) {}
}
