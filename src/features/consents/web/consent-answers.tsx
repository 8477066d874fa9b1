import { typedText } from '../../../platform/web/form.js'
import { Details, Input, Radios, Select, Textarea } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { consentModes } from '../domain/consent.js'
import { relations } from '../domain/consent-detail.js'
import { basisRule } from '../domain/legal-basis.js'
import type { ConsentPart } from './new-consent.page.js'

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** What each of them answered, and how. A suspected caregiver is not even asked. */
export const ConsentAnswers = ({ questions, values, complaints }: ConsentPart) => {
  const { t } = usePage()
  const { assent, required, person } = questions
  const answers = [
    { value: 'agrees', text: t('code.consent-answer.agrees') },
    { value: 'refuses', text: t('code.consent-answer.refuses') },
    { value: 'not-asked', text: t('consents.form.not-asked') },
  ]
  return (
    <>
      <Radios
        name="selfAnswer"
        fieldset={legend(t(assent === null ? 'consents.form.self' : 'consents.form.self.child'))}
        errorMessage={complaints['selfAnswer']}
        value={typedText(values, 'selfAnswer')}
        items={answers}
      />
      <Textarea
        label={t(assent === null ? 'consents.form.own-words' : 'consents.form.own-words.child')}
        hint={t('consents.form.own-words.hint')}
        name="childView"
        rows={3}
        value={typedText(values, 'childView')}
        errorMessage={complaints['childView']}
      />
      {required.includes('representative') && person.representative === 'trusted' && (
        <>
          <Radios
            name="representativeAnswer"
            fieldset={legend(t('consents.form.representative'))}
            hint={t('consents.form.representative.hint')}
            errorMessage={complaints['representativeAnswer']}
            value={typedText(values, 'representativeAnswer')}
            items={answers}
          />
          <Input
            label={t('consents.form.representative.name')}
            hint={t('consents.form.representative.name.hint')}
            name="representativeName"
            autocomplete="off"
            value={typedText(values, 'representativeName')}
            errorMessage={complaints['representativeName']}
          />
          <Select
            label={t('consents.form.representative.relation')}
            name="representativeRelation"
            value={typedText(values, 'representativeRelation')}
            errorMessage={complaints['representativeRelation']}
            items={[
              { value: '', text: t('consents.form.choose') },
              ...relations.map((relation) => ({
                value: relation,
                text: t(`code.relation.${relation}`),
              })),
            ]}
          />
        </>
      )}
      <Radios
        name="mode"
        fieldset={legend(t('consents.form.mode'))}
        errorMessage={complaints['mode']}
        value={typedText(values, 'mode')}
        items={consentModes.map((mode) => ({ value: mode, text: t(`code.consent-mode.${mode}`) }))}
      />
    </>
  )
}

/** Another basis than consent, and what it asks for. */
export const OtherBasis = ({ questions, values, complaints }: ConsentPart) => {
  const { t } = usePage()
  const { bases } = questions
  const chosen = typedText(values, 'basis')
  const isOpen = chosen !== 'consent' || ['basis', 'reason'].some((field) => field in complaints)
  return (
    <Details summaryText={t('consents.form.basis')} open={isOpen}>
      <Radios
        name="basis"
        fieldset={legend(t('consents.form.basis'))}
        hint={t('consents.form.basis.hint')}
        errorMessage={complaints['basis']}
        value={chosen}
        items={bases.map((basis) => ({
          value: basis,
          text: t(`code.basis.${basis}`),
          ...(basis === 'consent'
            ? {}
            : {
                hint: {
                  text: t(
                    basisRule(basis).needsApproval
                      ? 'consents.form.basis.waits'
                      : 'consents.form.basis.at-once',
                  ),
                },
              }),
        }))}
      />
      <Textarea
        label={t('consents.form.reason')}
        hint={t('consents.form.reason.hint')}
        name="reason"
        rows={3}
        value={typedText(values, 'reason')}
        errorMessage={complaints['reason']}
      />
    </Details>
  )
}
