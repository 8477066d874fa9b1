import { locales } from '../../../platform/i18n/index.js'
import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  Checkboxes,
  ErrorSummary,
  errorsOf,
  Form,
  Input,
  Radios,
  Select,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type FieldErrors } from '../../cases/index.js'
import { legalBases } from '../../consents/index.js'
import { exportPurposes } from '../domain/case-export.js'
import type { ExportOptions } from '../use-cases/export-case.js'

export interface ExportView {
  readonly options: ExportOptions
  readonly values: Typed
  readonly errors: FieldErrors
}

const places = ['purpose', 'legalBasis', 'reference', 'sections', 'language', 'password']

/** For whom, what of it, and under which password. */
export const ExportPage = ({ options, values, errors }: ExportView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
  const base = `/cases/${options.caseId}`
  return (
    <CasePage
      frame={options}
      title={t('papers.export')}
      errors={hasErrors}
      back={{ href: `${base}/papers`, text: t('papers.title') }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, places)} />}
      <h1>{t('papers.export')}</h1>
      <WarningText>{t('papers.export.ask-first')}</WarningText>
      <p>{t('papers.export.about')}</p>
      <Form action={`${base}/export`} isKept={false} givesFile>
        <Radios
          name="purpose"
          fieldset={legend(t('papers.export.purpose'))}
          value={typedText(values, 'purpose')}
          errorMessage={complaints['purpose']}
          items={exportPurposes.map((purpose) => ({
            value: purpose,
            text: t(`papers.export.purpose.${purpose}`),
          }))}
        />
        <Select
          label={t('papers.export.basis')}
          hint={t('papers.export.basis.hint')}
          name="legalBasis"
          value={typedText(values, 'legalBasis')}
          errorMessage={complaints['legalBasis']}
          items={[
            { value: '', text: t('consents.form.choose') },
            ...legalBases.map((basis) => ({ value: basis, text: t(`code.basis.${basis}`) })),
          ]}
        />
        <Input
          label={t('papers.export.reference')}
          hint={t('papers.export.reference.hint')}
          name="reference"
          autocomplete="off"
          value={typedText(values, 'reference')}
          errorMessage={complaints['reference']}
        />
        <Checkboxes
          name="sections"
          fieldset={legend(t('papers.export.sections'))}
          hint={t('papers.export.sections.hint')}
          errorMessage={complaints['sections']}
          values={typedList(values, 'sections')}
          items={options.seen.map((section) => ({
            value: section,
            text: t(`code.section.${section}`),
            ...(section === 'safety' ? { hint: t('papers.export.sections.safety') } : {}),
          }))}
        />
        <Checkboxes
          name="aboutOthers"
          values={typedList(values, 'aboutOthers')}
          items={[
            {
              value: 'yes',
              text: t('papers.export.others'),
              hint: t('papers.export.others.hint'),
            },
          ]}
        />
        <Select
          label={t('papers.export.language')}
          name="language"
          value={typedText(values, 'language')}
          errorMessage={complaints['language']}
          items={locales.map((one) => ({ value: one, text: t(`code.language.${one}`) }))}
        />
        <Input
          label={t('papers.export.password')}
          hint={t('papers.export.password.hint')}
          name="password"
          autocomplete="off"
          spellcheck={false}
          value={typedText(values, 'password')}
          errorMessage={complaints['password']}
        />
        <Button>{t('papers.export.make')}</Button>
      </Form>
    </CasePage>
  )
}
