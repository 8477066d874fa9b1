/** How many notifications wait for a person; asked inside the person's own transaction. */
export abstract class UnreadCount {
  abstract of(workerId: string): Promise<number>
}
