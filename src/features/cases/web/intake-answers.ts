import { typedList, typedText } from '../../../platform/web/form.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'
import type { IntakeStep } from './intake-steps.js'
import type { IntakeView } from './intake.view.js'
import { dateTyped } from './typed-date.js'

type Answer = readonly [label: string, value: string]

/** What was answered in each step, in the reader's words; what was left empty is left out. */
export const useAnswers = ({
  values,
  provinces,
}: IntakeView): Readonly<Record<IntakeStep, readonly Answer[]>> => {
  const { t, format } = usePage()
  const typed = (name: string): string => typedText(values, name).trim()
  const row = (label: Sentence, value: string): Answer[] =>
    value === '' ? [] : [[t(label), value]]
  const written = (label: Sentence, name: string): Answer[] => row(label, typed(name))
  // Codes come from our own lists, checked when the step was sent.
  const code = (prefix: string, value: string): string =>
    value === '' ? '' : t(`${prefix}${value}` as Sentence)
  const coded = (label: Sentence, name: string, prefix: string): Answer[] =>
    row(
      label,
      format.list(
        typedList(values, name)
          .filter((value) => value !== '')
          .map((value) => code(prefix, value)),
      ),
    )
  const day = (name: string): string => {
    const date = dateTyped(typed(`${name}-day`), typed(`${name}-month`), typed(`${name}-year`))
    return typeof date === 'string' ? format.plainDate(date) : ''
  }
  const hours = [1, 2].flatMap((number) => {
    const [from, until] = [typed(`hours${number}From`), typed(`hours${number}Until`)]
    return from === '' || until === ''
      ? []
      : [`${code('cases.days.', typed(`hours${number}Days`))} ${from}–${until}`.trim()]
  })
  const age =
    typed('ageKind') === 'birth-date'
      ? day('birth')
      : typed('ageKind') === 'stated'
        ? typed('age')
        : code('cases.intake.age.', typed('ageKind'))
  const isOther = typed('caller') === 'other'
  const isKnown = typed('caregiver') === 'known'
  return {
    danger: [
      ...coded('cases.intake.immediate-danger', 'immediateDanger', 'common.'),
      ...(typed('immediateDanger') === 'yes' ? written('cases.intake.danger', 'danger') : []),
      ...coded('cases.intake.caller', 'caller', 'cases.intake.caller.'),
      ...(isOther
        ? [
            ...written('cases.intake.related.relationship', 'callerRelationship'),
            ...coded('cases.field.reporter.anonymous', 'callerAnonymous', 'common.'),
            ...written('cases.intake.related.name', 'callerName'),
            ...coded('cases.field.reporter.may-call-back', 'callerCallBack', 'common.'),
            ...written('cases.intake.caller.phone', 'callerPhone'),
          ]
        : []),
    ],
    person: [
      ...written('cases.field.name', 'name'),
      ...row('cases.field.age', age),
      ...coded('cases.intake.sex', 'sex', 'code.sex.'),
      ...coded('cases.intake.language', 'language', 'code.language.'),
      ...row(
        'cases.intake.province',
        provinces.find((province) => province.code === typed('province'))?.name ?? '',
      ),
      ...written('cases.intake.commune', 'commune'),
      ...written('cases.field.address', 'address'),
    ],
    contact: [
      ...coded('cases.intake.channels', 'channels', 'cases.channel.'),
      ...written('cases.field.phone', 'phone'),
      ...written('cases.field.when', 'when'),
      ...row('cases.field.hours', hours.join('; ')),
      ...written('cases.field.code-word', 'codeWord'),
      ...written('cases.field.who-may-answer', 'whoMayAnswer'),
      ...written('cases.field.contact-notes', 'contactNotes'),
    ],
    incident: [
      ...coded('cases.field.incident-type', `type-${typed('family')}`, 'code.incident.'),
      ...coded('cases.intake.other-type', 'otherType', 'code.incident.'),
      ...row('cases.intake.occurred', day('occurred')),
      ...coded('cases.intake.ongoing', 'ongoing', 'common.'),
      ...coded('cases.intake.facts', 'facts', 'cases.intake.fact.'),
      ...written('cases.field.platform', 'platform'),
      ...written('cases.field.accounts', 'accounts'),
      ...written('cases.field.narrative', 'narrative'),
      ...row(
        'cases.intake.perpetrator',
        ['perpetratorName', 'perpetratorRelationship', 'perpetratorAccounts']
          .map(typed)
          .filter((text) => text !== '')
          .join(', '),
      ),
    ],
    family: [
      ...coded('cases.intake.caregiver', 'caregiver', 'cases.caregiver.'),
      ...(isKnown
        ? [
            ...written('cases.intake.related.name', 'caregiverName'),
            ...written('cases.intake.related.relationship', 'caregiverRelationship'),
            ...written('cases.field.phone', 'caregiverPhone'),
            ...coded('cases.intake.caregiver.informed', 'informed', 'common.'),
            ...coded('cases.intake.caregiver.suspected', 'suspected', 'common.'),
          ]
        : []),
    ],
    risk: [
      ...coded('cases.intake.reasons', 'reasons', 'code.risk-reason.'),
      ...coded('cases.intake.risk.level', 'risk', 'code.risk.'),
    ],
  }
}
