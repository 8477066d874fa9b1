import type { Tone } from '../../../ui/components/index.js'
import { isSentence, type Sentence } from '../../../ui/translate.js'
import type { RequestStatus, TransferStatus } from '../domain/transfer-status.js'

export const toneOfTransfer: Readonly<Record<TransferStatus, Tone>> = {
  offered: 'new',
  accepted: 'good',
  rejected: 'returned',
  withdrawn: 'neutral',
  expired: 'danger',
}

export const toneOfRequest: Readonly<Record<RequestStatus, Tone>> = {
  open: 'waiting',
  declined: 'returned',
  offered: 'good',
  lapsed: 'neutral',
}

const lists: Readonly<Record<string, string>> = {
  rejected: 'rejection',
  withdrawn: 'transfer-withdrawal',
}

/** The sentence of a reason, from the list of the state it led to. */
export const reasonOfTransfer = (kind: string, reason: string | null): Sentence | null => {
  const key = `code.${lists[kind] ?? ''}.${reason ?? ''}`
  return isSentence(key) ? key : null
}
