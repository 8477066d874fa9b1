/** How many new referrals lie on the actor's desk; asked inside the actor's own transaction. */
export abstract class DeskCount {
  abstract ofUnit(unitId: string): Promise<number>
}
