import { eventually } from './eventually.js'
import type { ChaosProcess } from './processes.js'
import type { Blow } from './strike-at-random.js'

type Started = ChaosProcess & { readonly ready?: Promise<void> }

/**
 * The processes of a service, one of each kind: whoever falls is replaced by one of the same kind. So
 * is one that gives up while it starts, because its database falls just then: where the service runs
 * for real, its container is started again.
 */
export class Fleet<Kind extends string> {
  private readonly running: Map<Kind, Started>
  private readonly everStarted: Started[] = []
  private isOver = false

  constructor(private readonly starters: Readonly<Record<Kind, () => Started>>) {
    this.running = new Map(this.kinds.map((kind) => [kind, this.start(kind)]))
  }

  get kinds(): readonly Kind[] {
    return Object.keys(this.starters) as Kind[]
  }

  /** Everything ever started, also what is gone. */
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
        const frozen = await this.ready(kind)
        frozen.freeze()
        const since = performance.now()
        await eventually('its hold has lapsed', () => performance.now() - since > milliseconds)
        frozen.thaw()
      },
    }
  }

  /** Asks all that run to end in order, once they run. Gives their exit codes. */
  async stop(): Promise<(number | null)[]> {
    const all = await Promise.all(this.kinds.map((kind) => this.ready(kind)))
    this.isOver = true
    return Promise.all(all.map((one) => one.stop()))
  }

  /** Leaves nothing behind, however the test ended. */
  async destroy(): Promise<void> {
    this.isOver = true
    await Promise.all(this.everStarted.map((one) => one.kill()))
  }

  private async replace(kind: Kind, fell: (one: Started) => Promise<unknown>): Promise<void> {
    await fell(await this.ready(kind))
    this.running.set(kind, this.start(kind))
  }

  private async ready(kind: Kind): Promise<Started> {
    for (;;) {
      const one = this.of(kind)
      try {
        await one.ready
        return one
      } catch (error) {
        // Another one has taken its place, if this one gave up by itself.
        if (this.of(kind) === one) throw error
      }
    }
  }

  private of(kind: Kind): Started {
    const one = this.running.get(kind)
    if (one === undefined) throw new Error(`no ${kind} was ever started`)
    return one
  }

  private start(kind: Kind): Started {
    const one = this.starters[kind]()
    this.everStarted.push(one)
    one.ready?.catch(() => {
      if (!this.isOver && this.running.get(kind) === one) this.running.set(kind, this.start(kind))
    })
    return one
  }
}
