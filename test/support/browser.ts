import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

type Fields = Readonly<Record<string, string | readonly string[]>>

/** What a page without JavaScript shows, and its forms as a person would send them. */
export class Shown {
  constructor(
    readonly status: number,
    readonly path: string,
    readonly html: string,
    readonly headers: Readonly<Record<string, string | string[] | number | undefined>>,
  ) {}

  /** The visible text, white space folded. */
  get text(): string {
    return textOf(parse(this.html)).replace(/\s+/g, ' ').trim()
  }

  /** Values of the hidden and filled-in fields of the form that posts to `action`. */
  formTo(action: string): Record<string, string | string[]> {
    const form = elements(parse(this.html)).find(
      (element) => element.tagName === 'form' && attribute(element, 'action') === action,
    )
    if (form === undefined) throw new Error(`${this.path} has no form to ${action}`)
    const fields: Record<string, string | string[]> = {}
    for (const field of elements(form)) {
      const name = attribute(field, 'name')
      const value = valueOf(field)
      if (name === undefined || value === undefined) continue
      const known = fields[name]
      fields[name] = known === undefined ? value : [known, value].flat()
    }
    return fields
  }
}

/** A browser without JavaScript, for one person. */
export class Browser {
  private readonly cookies = new Map<string, string>()

  private constructor(private readonly app: NestFastifyApplication) {}

  static with(app: NestFastifyApplication, sessionToken?: string): Browser {
    const browser = new Browser(app)
    if (sessionToken !== undefined) browser.cookies.set('__Host-ben-an', sessionToken)
    return browser
  }

  /** Gets a page, following redirects. */
  async get(path: string): Promise<Shown> {
    return this.go('GET', path, undefined)
  }

  /** Sends fields as they are, without a token: what a forger could do. */
  async postRaw(
    path: string,
    fields: Fields,
    headers: Record<string, string> = {},
  ): Promise<Shown> {
    return this.go('POST', path, fields, headers)
  }

  /** Fills in the form on `shown` that posts to `action` and sends it. */
  async submit(shown: Shown, action: string, fields: Fields = {}): Promise<Shown> {
    return this.go('POST', action, { ...shown.formTo(action), ...fields })
  }

  /** Fills in the form on `shown` that posts to `action`, chooses a file for `field`, and sends it. */
  async upload(
    shown: Shown,
    action: string,
    field: string,
    file: { readonly name: string; readonly bytes: Buffer },
  ): Promise<Shown> {
    const boundary = 'ben-an-boundary-of-a-form'
    const part = (head: string, body: Buffer | string): Buffer =>
      Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
        Buffer.from(body),
        Buffer.from('\r\n'),
      ])
    const payload = Buffer.concat([
      ...Object.entries(shown.formTo(action))
        .filter(([name]) => name !== field)
        .flatMap(([name, value]) => [value].flat().map((one) => part(`name="${name}"`, one))),
      part(`name="${field}"; filename="${file.name}"`, file.bytes),
      Buffer.from(`--${boundary}--\r\n`),
    ])
    const type = `multipart/form-data; boundary=${boundary}`
    return this.go('POST', action, payload, { 'content-type': type })
  }

  private async go(
    method: 'GET' | 'POST',
    path: string,
    fields: Fields | Buffer | undefined,
    headers: Record<string, string> = {},
  ): Promise<Shown> {
    const answer = await this.app.inject({
      method,
      url: path,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'accept-language': 'vi',
        ...(fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(fields === undefined
        ? {}
        : { payload: Buffer.isBuffer(fields) ? fields : encode(fields) }),
    })
    for (const { name, value, maxAge, expires } of answer.cookies) {
      const isGone =
        maxAge === 0 || (expires !== undefined && expires.getTime() <= 0) || value === ''
      if (isGone) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const { location } = answer.headers
    if (answer.statusCode === 303 && typeof location === 'string')
      return this.go('GET', location, undefined)
    return new Shown(answer.statusCode, path, answer.body, answer.headers)
  }
}

const encode = (fields: Fields): string => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one)
  return body.toString()
}

const elements = (node: Tree.ParentNode): Tree.Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []))

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

const textOf = (node: Tree.Node): string => {
  if ('value' in node) return node.value
  if ('tagName' in node && ['script', 'style', 'template'].includes(node.tagName)) return ''
  return 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : ''
}

const valueOf = (field: Tree.Element): string | undefined => {
  const type = attribute(field, 'type')
  switch (field.tagName) {
    case 'input':
      if (type === 'submit') return undefined
      if (type === 'checkbox' || type === 'radio')
        return attribute(field, 'checked') === undefined
          ? undefined
          : (attribute(field, 'value') ?? 'on')
      return attribute(field, 'value') ?? ''
    case 'textarea':
      return textOf(field)
    case 'select': {
      const options = elements(field).filter(({ tagName }) => tagName === 'option')
      const chosen =
        options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0]
      return chosen === undefined ? undefined : attribute(chosen, 'value')
    }
    default:
      return undefined
  }
}
