import { CommuneInput, DateInput, Input, Radios, Select } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { typedText } from '../../../platform/web/form.js'
import { caregiverStates } from '../domain/case-content.js'
import { languages } from '../domain/languages.js'
import { sexes } from '../domain/sexes.js'
import {
  communeField,
  question,
  typedDateParts,
  typedField,
  type IntakePart,
} from './intake-field.js'

/** Who the person is. */
export const PersonFields = (part: IntakePart) => {
  const { t } = usePage()
  const { values, complaints } = part
  return (
    <>
      <Input
        {...typedField(part, 'name')}
        label={t('cases.field.name')}
        hint={t('cases.intake.name.hint')}
      />
      <Age {...part} />
      <Radios
        name="sex"
        fieldset={question(t('cases.intake.sex'))}
        errorMessage={complaints['sex']}
        value={typedText(values, 'sex')}
        items={sexes.map((sex) => ({ value: sex, text: t(`code.sex.${sex}`) }))}
      />
      <LanguageField {...part} />
      <ProvinceField {...part} />
      <CommuneInput
        {...communeField(part)}
        label={t('cases.intake.commune')}
        hint={t('cases.intake.commune.hint')}
      />
      <Input
        {...typedField(part, 'address')}
        label={t('cases.field.address')}
        hint={t('cases.intake.address.hint')}
      />
    </>
  )
}

export const LanguageField = ({ values }: IntakePart) => {
  const { t } = usePage()
  return (
    <Select
      label={t('cases.intake.language')}
      name="language"
      value={typedText(values, 'language') || 'vi'}
      items={languages.map((language) => ({
        value: language,
        text: t(`code.language.${language}`),
      }))}
    />
  )
}

export const ProvinceField = ({ values, complaints, provinces }: IntakePart) => {
  const { t } = usePage()
  return (
    <Select
      label={t('cases.intake.province')}
      name="province"
      errorMessage={complaints['province']}
      value={typedText(values, 'province')}
      items={[
        { value: '', text: t('cases.intake.not-known') },
        ...provinces.map(({ code, name }) => ({ value: code, text: name })),
      ]}
    />
  )
}

const Age = (part: IntakePart) => {
  const { t } = usePage()
  const { values, complaints } = part
  return (
    <Radios
      name="ageKind"
      fieldset={question(t('cases.field.age'))}
      hint={t('cases.intake.age.hint')}
      errorMessage={complaints['ageKind']}
      value={typedText(values, 'ageKind')}
      items={[
        {
          value: 'birth-date',
          text: t('cases.intake.age.birth-date'),
          conditional: (
            <DateInput
              id="birth"
              namePrefix="birth"
              fieldset={{ legend: t('cases.field.birth-date') }}
              errorMessage={complaints['birth']}
              values={typedDateParts(values, 'birth')}
            />
          ),
        },
        {
          value: 'stated',
          text: t('cases.intake.age.stated'),
          conditional: (
            <Input
              {...typedField(part, 'age')}
              label={t('cases.intake.age.years')}
              inputmode="numeric"
              classes="govuk-input--width-3"
            />
          ),
        },
        { value: 'unknown', text: t('cases.intake.age.unknown') },
      ]}
    />
  )
}

/** Who is said to have done it; all of it may be unknown. */
export const PerpetratorFields = (part: IntakePart) => {
  const { t } = usePage()
  return (
    <>
      <Input
        {...typedField(part, 'perpetratorName')}
        label={t('cases.intake.related.name')}
        hint={t('cases.intake.perpetrator.hint')}
      />
      <Input
        {...typedField(part, 'perpetratorRelationship')}
        label={t('cases.intake.related.relationship')}
      />
      <Input
        {...typedField(part, 'perpetratorAccounts')}
        label={t('cases.intake.related.accounts')}
      />
    </>
  )
}

/** Is there a parent or guardian who can be asked? */
export const CaregiverFields = (part: IntakePart) => {
  const { t } = usePage()
  const { values, complaints } = part
  const yesNo = [
    { value: 'yes', text: t('common.yes') },
    { value: 'no', text: t('common.no') },
  ]
  const known = (
    <>
      <Input {...typedField(part, 'caregiverName')} label={t('cases.intake.related.name')} />
      <Input
        {...typedField(part, 'caregiverRelationship')}
        label={t('cases.intake.related.relationship')}
      />
      <Input
        {...typedField(part, 'caregiverPhone')}
        label={t('cases.field.phone')}
        type="tel"
        classes="govuk-input--width-20"
      />
      <Radios
        name="informed"
        fieldset={question(t('cases.intake.caregiver.informed'))}
        errorMessage={complaints['informed']}
        value={typedText(values, 'informed')}
        classes="govuk-radios--inline"
        items={yesNo}
      />
      <Radios
        name="suspected"
        fieldset={question(t('cases.intake.caregiver.suspected'))}
        hint={t('cases.intake.caregiver.suspected.hint')}
        errorMessage={complaints['suspected']}
        value={typedText(values, 'suspected')}
        classes="govuk-radios--inline"
        items={yesNo}
      />
    </>
  )
  return (
    <Radios
      name="caregiver"
      fieldset={question(t('cases.intake.caregiver.question'))}
      errorMessage={complaints['caregiver']}
      value={typedText(values, 'caregiver')}
      items={caregiverStates.map((state) => ({
        value: state,
        text: t(`cases.caregiver.${state}`),
        conditional: state === 'known' ? known : undefined,
      }))}
    />
  )
}
