import PDFDocument from 'pdfkit'
import { randomBytes } from 'node:crypto'
import { lettersOf, runsOf, type Run, type Subset, type Weight } from './letters.js'

/** What is written: a heading, lines under it, and parts of labelled values. */
export interface PdfText {
  /** BCP 47, for who has it read out. */
  readonly language: string
  /** Names nobody: readers show it in the title of their window. */
  readonly title: string
  readonly lines: readonly string[]
  readonly parts: readonly {
    readonly heading: string
    readonly rows: readonly { readonly label: string; readonly value: string }[]
  }[]
  /** Of page 2 of 5: `(2, 5) => '2/5'`. */
  readonly pageNumber: (page: number, count: number) => string
}

// A4 in points.
const margin = 56
const bodySize = 10.5
const labelSize = 9
const lineHeight = 1.45

/** Whether the font at hand has the letter; the types of pdfkit do not tell of it. */
interface FontInHand {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

/**
 * Writes a PDF in memory, sealed with AES-256 under the password (PDF 1.7, Adobe extension level 3):
 * without it neither text nor title can be read.
 */
export const writePdf = (text: PdfText, password: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const doc = new PDFDocument({
      size: 'A4',
      margin,
      pdfVersion: '1.7ext3',
      userPassword: password,
      // Nobody is to take the restrictions off: who may read it may print it, and no more.
      ownerPassword: randomBytes(32).toString('base64'),
      permissions: { printing: 'highResolution', contentAccessibility: true },
      lang: text.language,
      displayTitle: true,
      bufferPages: true,
      // None to begin with: the usual one has no Vietnamese, and one of ours would be opened anew each
      // time it is asked for under its name.
      font: '',
      info: { Title: text.title, Creator: '', Producer: '' },
    })
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    try {
      new Sheet(doc).write(text)
      doc.end()
    } catch (error) {
      reject(error instanceof Error ? error : new Error('the PDF could not be written'))
    }
  })

/** The pages of one document, written from top to bottom. */
class Sheet {
  private readonly width: number
  private readonly bottom: number
  private y = margin

  constructor(private readonly doc: PDFKit.PDFDocument) {
    this.width = doc.page.width - 2 * margin
    this.bottom = doc.page.height - margin - 20
  }

  write({ title, lines, parts, pageNumber }: PdfText): void {
    this.paragraph(title, 16, 600)
    this.y += 6
    for (const line of lines) this.paragraph(line, bodySize, 400)
    for (const { heading, rows } of parts) {
      this.y += 16
      // A heading alone at the foot of a page belongs to the next one.
      this.makeRoomFor(70)
      this.paragraph(heading, 13, 600)
      for (const { label, value } of rows) {
        this.y += 5
        this.makeRoomFor(34)
        if (label !== '') this.paragraph(label, labelSize, 600)
        if (value !== '') this.paragraph(value, bodySize, 400)
      }
    }
    this.numberPages(pageNumber)
  }

  private numberPages(pageNumber: PdfText['pageNumber']): void {
    const { count } = this.doc.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page)
      this.place(this.runs(pageNumber(page + 1, count), 400), margin, this.bottom + 8, 8, 400)
    }
  }

  private paragraph(text: string, size: number, weight: Weight): void {
    for (const line of text.split('\n')) this.wrapped(line, size, weight)
  }

  // Of our own: pdfkit would break a word where one piece of the family hands over to another.
  private wrapped(line: string, size: number, weight: Weight): void {
    let x = margin
    let isFirst = true
    this.newLine(size)
    for (const word of line.split(' ').flatMap((one) => this.pieces(one, size, weight))) {
      const runs = this.runs(word, weight)
      const width = this.widthOf(runs, size, weight)
      if (!isFirst && x + width > margin + this.width) {
        this.y += size * lineHeight
        this.newLine(size)
        x = margin
      }
      // The space is written, so that what is copied out of the file has it.
      this.place(this.runs(`${word} `, weight), x, this.y, size, weight)
      x += width + this.widthOf(this.runs(' ', weight), size, weight)
      isFirst = false
    }
    this.y += size * lineHeight
  }

  // An address without spaces can be wider than the page.
  private pieces(word: string, size: number, weight: Weight): string[] {
    if (this.widthOf(this.runs(word, weight), size, weight) <= this.width) return [word]
    const pieces: string[] = []
    let piece = ''
    for (const letter of word) {
      if (this.widthOf(this.runs(piece + letter, weight), size, weight) > this.width) {
        pieces.push(piece)
        piece = ''
      }
      piece += letter
    }
    return [...pieces, piece]
  }

  private newLine(size: number): void {
    this.makeRoomFor(size * lineHeight)
  }

  private makeRoomFor(height: number): void {
    if (this.y + height <= this.bottom) return
    this.doc.addPage()
    this.y = margin
  }

  private runs(text: string, weight: Weight): readonly Run[] {
    return runsOf(text, (subset, codePoint) => {
      const letter = `${subset}-${weight}-${codePoint}`
      const known = this.letters.get(letter)
      if (known !== undefined) return known
      this.takeUp(subset, weight)
      const has = (this.doc as unknown as FontInHand)._font.font.hasGlyphForCodePoint(codePoint)
      this.letters.set(letter, has)
      return has
    })
  }

  private widthOf(runs: readonly Run[], size: number, weight: Weight): number {
    return runs.reduce((sum, { subset, text }) => {
      this.takeUp(subset, weight).fontSize(size)
      return sum + this.doc.widthOfString(text)
    }, 0)
  }

  private place(runs: readonly Run[], x: number, y: number, size: number, weight: Weight): void {
    let at = x
    for (const { subset, text } of runs) {
      this.takeUp(subset, weight).fontSize(size)
      this.doc.text(text, at, y, { lineBreak: false })
      at += this.doc.widthOfString(text)
    }
  }

  private takeUp(subset: Subset, weight: Weight): PDFKit.PDFDocument {
    const name = `${subset}-${weight}`
    if (!this.registered.has(name)) {
      this.doc.registerFont(name, lettersOf(subset, weight))
      this.registered.add(name)
    }
    return this.doc.font(name)
  }

  private readonly registered = new Set<string>()
  private readonly letters = new Map<string, boolean>()
}
