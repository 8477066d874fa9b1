/** What one person of the unit has in hand. */
interface WorkerLoad {
  readonly workerId: string
  readonly displayName: string
  readonly openCases: number
  readonly highRisk: number
  /** Referrals whose service they give. */
  readonly serving: number
  /** Referrals they have claimed, and not answered in time. */
  readonly late: number
}

/** The work of a unit, by person and altogether. */
export interface Workload {
  readonly openCases: number
  readonly highRisk: number
  readonly workers: readonly WorkerLoad[]
  /** Unanswered referrals nobody has claimed, and how many of them are late. */
  readonly unclaimed: number
  readonly unclaimedLate: number
}

interface Caseload {
  readonly workerId: string
  readonly risk: string
  readonly count: number
}

interface Handling {
  readonly workerId: string | null
  readonly serving: number
  readonly unanswered: number
  readonly late: number
}

interface Colleague {
  readonly id: string
  readonly displayName: string
  readonly roles: readonly string[]
}

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((all, { count }) => all + count, 0)

/** Lays cases and referrals beside the people of the unit; who does no casework is left out. */
export const workloadOf = (
  cases: readonly Caseload[],
  handling: readonly Handling[],
  colleagues: readonly Colleague[],
): Workload => {
  const isHigh = ({ risk }: Caseload): boolean => risk === 'high'
  const unclaimed = handling.find(({ workerId }) => workerId === null)
  return {
    openCases: sum(cases),
    highRisk: sum(cases.filter(isHigh)),
    unclaimed: unclaimed?.unanswered ?? 0,
    unclaimedLate: unclaimed?.late ?? 0,
    workers: colleagues
      .map(({ id, displayName, roles }) => {
        const own = cases.filter(({ workerId }) => workerId === id)
        const inHand = handling.find(({ workerId }) => workerId === id)
        return {
          isAtWork: roles.includes('caseworker') || own.length > 0 || inHand !== undefined,
          load: {
            workerId: id,
            displayName,
            openCases: sum(own),
            highRisk: sum(own.filter(isHigh)),
            serving: inHand?.serving ?? 0,
            late: inHand?.late ?? 0,
          },
        }
      })
      .filter(({ isAtWork }) => isAtWork)
      .map(({ load }) => load),
  }
}
