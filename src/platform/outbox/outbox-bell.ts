import { Injectable } from '@nestjs/common'

/** Tells the relay of the same process that events were kept, so that it need not wait for its next look. */
@Injectable()
export class OutboxBell {
  private readonly listeners = new Set<() => void>()

  ring(): void {
    for (const listener of this.listeners) listener()
  }

  /** Returns the way to stop listening. */
  onRing(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
