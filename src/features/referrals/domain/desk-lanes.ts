export const deskLanes = ['unclaimed', 'mine', 'colleagues', 'away', 'question'] as const

/**
 * By whom something is waited for: nobody yet, oneself, a colleague who is there, one who is not, or
 * the other side, which was asked something.
 */
export type DeskLane = (typeof deskLanes)[number]

/** Whoever has sent something finds there what it was asked; the rest lies at the desk. */
export const lanesOf = (direction: 'in' | 'out'): readonly DeskLane[] =>
  direction === 'in' ? deskLanes : ['question']
