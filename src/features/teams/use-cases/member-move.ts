import { Stale } from '../../../platform/errors/stale.js'
import { InvitationNoLongerAgreed } from '../domain/teams.errors.js'

/** What the database said of a move of a membership. @throws Stale | InvitationNoLongerAgreed */
export const became = (said: 'done' | 'stale' | 'consent'): void => {
  if (said === 'stale') throw new Stale()
  if (said === 'consent') throw new InvitationNoLongerAgreed()
}
