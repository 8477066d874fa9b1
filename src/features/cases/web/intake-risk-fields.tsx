import { Checkboxes, Radios, Textarea } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { typedList, typedText } from '../../../platform/web/form.js'
import { riskLevels, riskReasons } from '../domain/risk.js'
import { question, typedField, type IntakePart } from './intake-field.js'

/** Danger this moment: asked before all else, for the line may break any time. */
export const ImmediateDanger = (part: IntakePart) => {
  const { t } = usePage()
  const { values, complaints } = part
  return (
    <Radios
      name="immediateDanger"
      fieldset={question(t('cases.intake.immediate-danger'))}
      hint={t('cases.intake.immediate-danger.hint')}
      errorMessage={complaints['immediateDanger']}
      value={typedText(values, 'immediateDanger')}
      items={[
        {
          value: 'yes',
          text: t('common.yes'),
          conditional: (
            <Textarea {...typedField(part, 'danger')} label={t('cases.intake.danger')} rows={3} />
          ),
        },
        { value: 'no', text: t('common.no') },
      ]}
    />
  )
}

/** How high the risk is, by what is known and by the worker's own judgement. */
export const RiskFields = (part: IntakePart) => {
  const { t } = usePage()
  const { values, complaints } = part
  return (
    <>
      <Checkboxes
        name="reasons"
        fieldset={question(t('cases.intake.reasons'))}
        hint={t('cases.intake.reasons.hint')}
        errorMessage={complaints['reasons']}
        values={typedList(values, 'reasons')}
        items={riskReasons.map((reason) => ({
          value: reason,
          text: t(`code.risk-reason.${reason}`),
        }))}
      />
      <Radios
        name="risk"
        fieldset={question(t('cases.intake.risk.level'))}
        hint={t('cases.intake.risk.hint')}
        errorMessage={complaints['risk']}
        value={typedText(values, 'risk')}
        items={[...riskLevels]
          .reverse()
          .map((level) => ({ value: level, text: t(`code.risk.${level}`) }))}
      />
    </>
  )
}
