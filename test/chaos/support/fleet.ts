import { eventually } from './eventually.js'
import type { ChaosProcess } from './processes.js'
import type { Blow } from './strike-at-random.js'

type Started = ChaosProcess & { readonly ready?: Promise<void> }

/** The processes of a service, one of each kind: whoever falls is replaced by one of the same kind. */
export class Fleet<Kind extends string> {
  private readonly running: Map<Kind, Started>
  private readonly everStarted: Started[] = []

  constructor(private readonly starters: Readonly<Record<Kind, () => Started>>) {
    this.running = new Map(this.kinds.map((kind) => [kind, this.start(kind)]))
  }

  get kinds(): readonly Kind[] {
    return Object.keys(this.starters) as Kind[]
  }

  /** Everything ever started, also what is gone: to be ended with the test. */
  get all(): readonly Started[] {
    return this.everStarted
  }

  /** As a power cut would. */
  kill(kind: Kind): Blow {
    return { name: `kill ${kind}`, strike: () => this.replace(kind, (one) => one.kill()) }
  }

  /** As an orderly restart would. */
  end(kind: Kind): Blow {
    return { name: `end ${kind}`, strike: () => this.replace(kind, (one) => one.stop()) }
  }

  /** Stands still for so long that others take its work over, and then goes on as if nothing was. */
  freeze(kind: Kind, milliseconds: number): Blow {
    return {
      name: `freeze ${kind}`,
      strike: async () => {
        const frozen = this.running.get(kind)
        await frozen?.ready
        frozen?.freeze()
        const since = performance.now()
        await eventually('its hold has lapsed', () => performance.now() - since > milliseconds)
        frozen?.thaw()
      },
    }
  }

  /** Asks all that run to end in order. Gives their exit codes. */
  stop(): Promise<(number | null)[]> {
    return Promise.all([...this.running.values()].map((one) => one.stop()))
  }

  private async replace(kind: Kind, fell: (one: Started) => Promise<unknown>): Promise<void> {
    const one = this.running.get(kind)
    await one?.ready
    if (one !== undefined) await fell(one)
    this.running.set(kind, this.start(kind))
  }

  private start(kind: Kind): Started {
    const one = this.starters[kind]()
    this.everStarted.push(one)
    return one
  }
}
