import type { FastifyReply } from 'fastify'

/** Says that the answer is a file for a spreadsheet. Its name tells of nobody. */
export const sendSpreadsheet = (reply: FastifyReply, name: string): void => {
  void reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
}
