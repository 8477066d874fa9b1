export const transferSides = ['owner', 'receiver', 'system'] as const

/** Who ends an offer: the unit that has the case, the one that is asked, or the service itself. */
export type TransferSide = (typeof transferSides)[number]

// An offer ends once; whoever wants to try again offers anew, with what is agreed to by then.
const next = {
  offered: {
    accepted: ['receiver'],
    rejected: ['receiver'],
    // The service withdraws what the person no longer agrees to.
    withdrawn: ['owner', 'system'],
    expired: ['system'],
  },
  accepted: {},
  rejected: {},
  withdrawn: {},
  expired: {},
} as const satisfies Record<string, Partial<Record<string, readonly TransferSide[]>>>

export type TransferStatus = keyof typeof next

export const transferStatuses: readonly TransferStatus[] = [
  'offered',
  'accepted',
  'rejected',
  'withdrawn',
  'expired',
]

/** May this side lead a transfer from one state to the other? */
export const canMove = (from: TransferStatus, to: TransferStatus, side: TransferSide): boolean => {
  const moves: Partial<Record<string, readonly TransferSide[]>> = next[from]
  return moves[to]?.includes(side) ?? false
}

export const requestStatuses = ['open', 'declined', 'offered', 'lapsed'] as const

/** Where a request to take over stands; what nobody answered in time has lapsed. */
export type RequestStatus = (typeof requestStatuses)[number]

/** Days until nobody needs to answer a request any more. */
export const daysToLapse = 14

/** How often one worker may ask within 24 hours: enough to work with, too little to try numbers out. */
export const mostRequestsADay = 5
