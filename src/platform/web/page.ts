import { h, type ComponentType, type VNode } from 'preact'
import type { FastifyRequest } from 'fastify'

/** A page to be rendered for the reader of this request. */
export class Page {
  constructor(
    readonly element: VNode,
    readonly status = 200,
  ) {}
}

/** `return page(InboxPage, view)` from a controller; `status` 422 when a form came back. */
export const page = <View extends object>(
  component: ComponentType<View>,
  view: View,
  status = 200,
): Page => new Page(h<View>(component, view) as VNode, status)

/** After a POST: 303 to where the result is seen. */
export class SeeOther {
  constructor(
    readonly path: string,
    /** Key of a sentence starting with `said.` shown once on the next page. */
    readonly said?: string,
  ) {}
}

export const seeOther = (path: string, said?: string): SeeOther => new SeeOther(path, said)

export type Trouble =
  | 'not-found'
  | 'forbidden'
  | 'failure'
  | 'unavailable'
  | 'too-many'
  | 'session-ended'
  | 'conflict'
  | 'elsewhere'

/** Turns pages into HTML in the reader's language; the ui knows how. */
export abstract class Pages {
  abstract render(request: FastifyRequest, element: VNode): Promise<string>
  abstract trouble(
    request: FastifyRequest,
    trouble: Trouble,
    details: {
      errorId?: string
      retryAfterSeconds?: number
      code?: string
      /** Where what was typed can be gone on with. */
      kept?: string
      /** Where what was wanted can be done instead. */
      onward?: string
      facts?: Record<string, string | number>
    },
  ): Promise<string>
  /** The sentence of an error code in the reader's language. */
  abstract say(
    request: FastifyRequest,
    code: string,
    facts: Record<string, string | number>,
  ): string
}
