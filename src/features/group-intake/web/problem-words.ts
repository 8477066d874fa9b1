import type { Translate } from '../../../ui/translate.js'
import type { RowProblem } from '../domain/person-row.js'

/** What is wrong in a row and how to mend it: "Row 17, Birth date: ‘31/02/1999’ is not a date…". */
export const problemSentence = (t: Translate, line: number, problem: RowProblem): string =>
  t('groups.rows.problem', {
    line,
    column: t(`groups.field.${problem.field}`),
    problem: t(`groups.problem.${problem.kind}`, {
      value: problem.value,
      names: (problem.names ?? []).join('; '),
    }),
  })
