import { Input, Radios } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { typedText } from '../../../platform/web/form.js'
import { question, typedField, type IntakePart } from './intake-field.js'
import { callers } from './intake.form.js'

/** Who tells of it, where it is not the person; nobody has to say who they are. */
export const CallerFields = (part: IntakePart) => {
  const { t } = usePage()
  const { values, complaints } = part
  const yesNo = [
    { value: 'yes', text: t('common.yes') },
    { value: 'no', text: t('common.no') },
  ]
  const somebodyElse = (
    <>
      <Input
        {...typedField(part, 'callerRelationship')}
        label={t('cases.intake.related.relationship')}
        hint={t('cases.intake.caller.relationship.hint')}
      />
      <Radios
        name="callerAnonymous"
        fieldset={question(t('cases.field.reporter.anonymous'))}
        errorMessage={complaints['callerAnonymous']}
        value={typedText(values, 'callerAnonymous')}
        classes="govuk-radios--inline"
        items={yesNo}
      />
      <Input
        {...typedField(part, 'callerName')}
        label={t('cases.intake.related.name')}
        hint={t('cases.intake.caller.name.hint')}
      />
      <Radios
        name="callerCallBack"
        fieldset={question(t('cases.field.reporter.may-call-back'))}
        errorMessage={complaints['callerCallBack']}
        value={typedText(values, 'callerCallBack')}
        classes="govuk-radios--inline"
        items={yesNo}
      />
      <Input
        {...typedField(part, 'callerPhone')}
        label={t('cases.intake.caller.phone')}
        type="tel"
        classes="govuk-input--width-20"
      />
    </>
  )
  return (
    <Radios
      name="caller"
      fieldset={question(t('cases.intake.caller'))}
      errorMessage={complaints['caller']}
      value={typedText(values, 'caller')}
      items={callers.map((caller) => ({
        value: caller,
        text: t(`cases.intake.caller.${caller}`),
        conditional: caller === 'other' ? somebodyElse : undefined,
      }))}
    />
  )
}
