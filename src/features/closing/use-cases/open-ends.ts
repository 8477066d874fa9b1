import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Sentence } from '../../../ui/translate.js'
import { CasePanels, type CaseRow } from '../../cases/index.js'

/** Something that is still open in a case, to be answered for before it closes. */
export interface OpenEndView {
  /** Stays the same for as long as it is open. */
  readonly id: string
  readonly title: Sentence
  readonly facts: Readonly<Record<string, string>>
  readonly about: string | null
  readonly href: string
}

/** What is still open in a case. */
export interface OpenEnds {
  /** Referrals that somebody is at work on: they end first. */
  readonly referrals: readonly {
    readonly href: string
    readonly service: Sentence
    readonly unitName: string | null
  }[]
  readonly ends: readonly OpenEndView[]
}

// The way to the closing itself is none of the ends, nor is the way to a duplicate.
const ownPaths = /\/(closing|approvals)(\/|$)/

/** Finds what is still open: what others do for the person, what is to be done, what still threatens. */
@Injectable()
export class ReadOpenEnds {
  constructor(private readonly panels: CasePanels) {}

  /** Inside the open transaction of who manages the case. */
  async run(actor: WorkerActor, row: CaseRow): Promise<OpenEnds> {
    const { referrals, tasks } = await this.panels.panelsFor(actor, row.id)
    const path = `/cases/${row.id}`
    const safety: Omit<OpenEndView, 'id'>[] = [
      ...(row.immediateDanger
        ? [{ title: 'closing.end.danger' as const, facts: {}, about: null, href: `${path}/risk` }]
        : []),
      ...(row.riskLevel === 'high'
        ? [
            {
              title: 'closing.end.high-risk' as const,
              facts: {},
              about: null,
              href: `${path}/risk`,
            },
          ]
        : []),
    ]
    const toDo = tasks
      .filter(({ href, title }) => !ownPaths.test(href) && !title.startsWith('merging.'))
      .map(({ title, facts = {}, about, href }) => ({ title, facts, about: about ?? null, href }))
    return {
      referrals: referrals
        .filter(({ isOpen }) => isOpen)
        .map(({ href, service, unitName }) => ({ href, service, unitName })),
      ends: [...safety, ...toDo].map((end, index, all) => {
        const same = all.slice(0, index).filter((one) => nameOf(one) === nameOf(end)).length
        return { id: idOf(`${nameOf(end)}#${same}`), ...end }
      }),
    }
  }
}

const nameOf = ({ title, href, about }: Omit<OpenEndView, 'id'>): string =>
  JSON.stringify([title, href, about])

const idOf = (name: string): string =>
  createHash('sha256').update(name).digest('base64url').slice(0, 16)
