import {
  Checkboxes,
  DateInput,
  Input,
  Radios,
  Select,
  Textarea,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { typedList, typedText } from '../../../platform/web/form.js'
import { hanoiFacts } from './intake.form.js'
import { question, typedDateParts, typedField, type IntakePart } from './intake-field.js'

/** What happened. */
export const IncidentFields = (part: IntakePart) => {
  const { t } = usePage()
  const { values, complaints } = part
  return (
    <>
      <IncidentType {...part} />
      <DateInput
        id="occurred"
        namePrefix="occurred"
        fieldset={question(t('cases.intake.occurred'))}
        hint={t('cases.intake.occurred.hint')}
        errorMessage={complaints['occurred']}
        values={typedDateParts(values, 'occurred')}
      />
      <Radios
        name="ongoing"
        fieldset={question(t('cases.intake.ongoing'))}
        errorMessage={complaints['ongoing']}
        value={typedText(values, 'ongoing')}
        classes="govuk-radios--inline"
        items={[
          { value: 'yes', text: t('common.yes') },
          { value: 'no', text: t('common.no') },
        ]}
      />
      <Checkboxes
        name="facts"
        fieldset={question(t('cases.intake.facts'))}
        hint={t('cases.intake.facts.hint')}
        errorMessage={complaints['facts']}
        values={typedList(values, 'facts')}
        items={hanoiFacts.map((fact) => ({ value: fact, text: t(`cases.intake.fact.${fact}`) }))}
      />
      <Input
        {...typedField(part, 'platform')}
        label={t('cases.field.platform')}
        hint={t('cases.intake.platform.hint')}
      />
      <Input {...typedField(part, 'accounts')} label={t('cases.field.accounts')} />
      <Textarea
        {...typedField(part, 'narrative')}
        label={t('cases.field.narrative')}
        hint={t('cases.section.notes.hint')}
        rows={8}
      />
    </>
  )
}

/** The kind of trouble, and another kind beside it. */
export const IncidentType = ({
  withOther = true,
  ...part
}: IntakePart & { readonly withOther?: boolean }) => {
  const { t } = usePage()
  const { values, complaints, families } = part
  return (
    <>
      <Radios
        name="family"
        fieldset={question(t('cases.field.incident-type'))}
        hint={t('cases.intake.family.hint')}
        errorMessage={complaints['family']}
        value={typedText(values, 'family')}
        items={families.map(({ family, types }) => ({
          value: family,
          text: t(`code.family.${family}`),
          conditional: (
            <Select
              name={`type-${family}`}
              label={t('cases.intake.type')}
              errorMessage={complaints[`type-${family}`]}
              value={typedText(values, `type-${family}`)}
              items={[
                { value: '', text: t('cases.intake.type.choose') },
                ...types.map((type) => ({ value: type, text: t(`code.incident.${type}`) })),
              ]}
            />
          ),
        }))}
      />
      {withOther && (
        <Select
          name="otherType"
          label={t('cases.intake.other-type')}
          value={typedText(values, 'otherType')}
          items={[
            { value: '', text: t('cases.intake.other-type.none') },
            ...families.flatMap(({ types }) =>
              types.map((type) => ({ value: type, text: t(`code.incident.${type}`) })),
            ),
          ]}
        />
      )}
    </>
  )
}
