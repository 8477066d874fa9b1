import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string>()

/** Everything within `work` is recorded as done for this request (UUID). */
export const inRequest = <Result>(requestId: string, work: () => Result): Result =>
  current.run(requestId, work)

/** The request being served, if any. */
export const currentRequestId = (): string | null => current.getStore() ?? null
