import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import { locales } from '../../../platform/i18n/index.js'
import {
  Button,
  Card,
  Checkboxes,
  DataTable,
  ErrorSummary,
  errorsOf,
  Form as PostedForm,
  Input,
  InsetText,
  Layout,
  PageHeader,
  Radios,
  Select,
  StatusTag,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence, type Translate } from '../../../ui/translate.js'
import { additionPrefix } from '../domain/additions.js'
import { fieldsOf, listWords } from '../domain/fields.js'
import type { CodeList, CodeValue, Field, Form } from '../domain/form.js'
import type { FormWithAdditions } from '../use-cases/extend-forms.js'
import { fieldKinds } from './addition.form.js'

const here = '/admin/forms'

type Errors = Readonly<Record<string, string>>

/** Every form, with how much of it was added here. */
export const FormsAdminPage = ({ forms }: { forms: readonly Form[] }) => {
  const { t, locale } = usePage()
  const title = t('forms.admin.title')
  return (
    <Layout title={title}>
      <PageHeader title={title} />
      <InsetText>{t('forms.admin.note')}</InsetText>
      <DataTable
        caption={title}
        firstCellIsHeader
        head={[
          { text: t('forms.admin.form') },
          { text: t('forms.admin.section') },
          { text: t('forms.admin.version') },
          { text: t('forms.admin.added-fields') },
        ]}
        rows={forms.map((form) => [
          {
            text: (
              <a class="govuk-link" href={`${here}/${form.code}`}>
                {form.title[locale]}
              </a>
            ),
          },
          { text: t(`code.section.${form.section}`) },
          { text: form.version },
          { text: fieldsOf(form).filter(({ added }) => added === true).length },
        ])}
      />
    </Layout>
  )
}

/** One form: its fields and lists, what was added, and by whom. */
export const FormAdminPage = ({ form, lists, changes }: FormWithAdditions) => {
  const { t, locale, format } = usePage()
  const title = form.title[locale]
  return (
    <Layout
      title={title}
      breadcrumbs={[{ text: t('forms.admin.title'), href: here }, { text: title }]}
    >
      <PageHeader
        title={title}
        meta={[form.code, t('forms.admin.version-is', { version: form.version })]}
        actions={<Button href={`${here}/${form.code}/field`}>{t('forms.admin.add-field')}</Button>}
      />
      <DataTable
        caption={t('forms.admin.fields')}
        firstCellIsHeader
        head={[
          { text: t('forms.admin.field') },
          { text: t('forms.admin.code') },
          { text: t('forms.admin.kind') },
          { text: t('forms.admin.state') },
        ]}
        rows={fieldsOf(form).map((field) => [
          { text: field.label[locale] },
          { text: <code>{field.code}</code> },
          { text: t(`forms.kind.${field.kind}`) },
          { text: <FieldState form={form} field={field} /> },
        ])}
      />
      {lists.map(({ list, isOpen }) => (
        <ListCard form={form} list={list} isOpen={isOpen} />
      ))}
      <Card title={t('forms.admin.changes')}>
        {changes.length === 0 ? (
          <p>{t('forms.admin.changes.none')}</p>
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {changes.map(({ code, label, isRetired, at, by }) => (
              <li>
                {format.dateTime(at)}, {by}: {label[locale]} (<code>{code}</code>){' '}
                {isRetired && t('forms.admin.retired')}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Layout>
  )
}

const FieldState = ({ form, field }: { form: Form; field: Field }) => {
  const { t } = usePage()
  if (field.added !== true)
    return <>{t(field.retired === true ? 'forms.admin.retired' : 'forms.admin.ours')}</>
  const isEmpty = 'list' in field && field.list.values.length === 0
  return (
    <>
      {isEmpty && <StatusTag tone="waiting">{t('forms.admin.no-values')}</StatusTag>}{' '}
      <RetireButton
        action={`${here}/${form.code}/field/${field.code}`}
        isRetired={field.retired === true}
        name={field.code}
      />
    </>
  )
}

interface RetireButtonProps {
  readonly action: string
  readonly isRetired: boolean
  readonly name: string
}

const RetireButton = ({ action, isRetired, name }: RetireButtonProps) => {
  const { t } = usePage()
  return (
    <PostedForm action={`${action}/${isRetired ? 'restore' : 'retire'}`}>
      {isRetired && <StatusTag tone="neutral">{t('forms.admin.retired')}</StatusTag>}{' '}
      <Button variant="secondary" classes="govuk-!-margin-bottom-0">
        {t(isRetired ? 'forms.admin.restore' : 'forms.admin.retire')}
        <span class="govuk-visually-hidden"> {name}</span>
      </Button>
    </PostedForm>
  )
}

interface ListCardProps {
  readonly form: Form
  readonly list: CodeList
  readonly isOpen: boolean
}

// Of a long list only what was added is told: the rest stands in the documentation of the forms.
const mostValues = 25

const ListCard = ({ form, list, isOpen }: ListCardProps) => {
  const { t, locale } = usePage()
  const isLong = list.values.length > mostValues
  const shown = isLong ? list.values.filter(({ added }) => added === true) : list.values
  return (
    <Card
      title={t('forms.admin.list', { list: listWords([form], list.code, locale) })}
      action={
        isOpen
          ? {
              href: `${here}/${form.code}/list/${list.code}`,
              text: (
                <>
                  {t('forms.admin.add-value')}
                  <span class="govuk-visually-hidden"> {listWords([form], list.code, locale)}</span>
                </>
              ),
            }
          : undefined
      }
    >
      <p class="govuk-hint">
        <code>{list.code}</code>
      </p>
      {!isOpen && <p class="govuk-hint">{t('forms.admin.closed-list')}</p>}
      {isLong && (
        <p class="govuk-hint">{t('forms.admin.long-list', { count: list.values.length })}</p>
      )}
      {shown.length > 0 && (
        <ul class="govuk-list">
          {shown.map((value) => (
            <li>
              <Value form={form} list={list} value={value} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Value = ({ form, list, value }: { form: Form; list: CodeList; value: CodeValue }) => {
  const { locale } = usePage()
  return (
    <>
      {value.label[locale]} (<code>{value.code}</code>){' '}
      {value.added === true && (
        <RetireButton
          action={`${here}/${form.code}/list/${list.code}/${value.code}`}
          isRetired={value.retired === true}
          name={value.code}
        />
      )}
    </>
  )
}

export interface AddFieldView {
  readonly form: Form
  /** Codes of the lists there are. */
  readonly lists: readonly string[]
  /** In which they are used: what is asked there is what they are called. */
  readonly forms: readonly Form[]
  readonly values: Typed
  readonly errors: Errors
}

/** Adds a field to a form. */
export const AddFieldPage = ({ form, forms, lists, values, errors }: AddFieldView) => {
  const { t, locale } = usePage()
  const title = t('forms.admin.add-field')
  const complaints = complaintsIn(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  const part = { values, complaints }
  return (
    <Layout
      title={title}
      errors={hasErrors}
      back={{ href: `${here}/${form.code}`, text: form.title[locale] }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints)} />}
      <h1>{title}</h1>
      <InsetText>{t('forms.admin.add-field.note')}</InsetText>
      <PostedForm action={`${here}/${form.code}/field`}>
        <InLanguages name="label" {...part} />
        <InLanguages name="hint" {...part} />
        <Code hint={t('forms.admin.code.hint')} {...part} />
        <Radios
          name="kind"
          fieldset={{
            legend: { text: t('forms.admin.kind'), classes: 'govuk-fieldset__legend--s' },
          }}
          errorMessage={complaints['kind']}
          value={typedText(values, 'kind')}
          items={fieldKinds.map((kind) => ({ value: kind, text: t(`forms.kind.${kind}`) }))}
        />
        <Select
          name="list"
          label={t('forms.admin.which-list')}
          hint={t('forms.admin.which-list.hint')}
          errorMessage={complaints['list']}
          value={typedText(values, 'list')}
          items={[
            { value: '', text: t('forms.admin.own-list') },
            ...lists.map((code) => ({ value: code, text: listWords(forms, code, locale) })),
          ]}
        />
        <Checkboxes
          name="toComplete"
          values={typedList(values, 'toComplete')}
          errorMessage={complaints['toComplete']}
          items={[
            {
              value: 'yes',
              text: t('forms.admin.to-complete'),
              hint: t('forms.admin.to-complete.hint'),
            },
          ]}
        />
        <Button preventDoubleClick>{title}</Button>
      </PostedForm>
    </Layout>
  )
}

export interface AddValueView {
  readonly form: Form
  readonly list: CodeList
  readonly values: Typed
  readonly errors: Errors
}

/** Adds a value to a code list. */
export const AddValuePage = ({ form, list, values, errors }: AddValueView) => {
  const { t, locale } = usePage()
  const title = t('forms.admin.add-value')
  const complaints = complaintsIn(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  const part = { values, complaints }
  return (
    <Layout
      title={title}
      errors={hasErrors}
      back={{ href: `${here}/${form.code}`, text: form.title[locale] }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints)} />}
      <h1>
        {title}: {listWords([form], list.code, locale)}
      </h1>
      <InsetText>{t('forms.admin.add-value.note')}</InsetText>
      <PostedForm action={`${here}/${form.code}/list/${list.code}`}>
        <InLanguages name="label" {...part} />
        <Code hint={t('forms.admin.value-code.hint')} {...part} />
        <Button preventDoubleClick>{title}</Button>
      </PostedForm>
    </Layout>
  )
}

interface Part {
  readonly values: Typed
  readonly complaints: Readonly<Record<string, string>>
}

const InLanguages = ({ name, values, complaints }: Part & { readonly name: 'label' | 'hint' }) => {
  const { t } = usePage()
  return (
    <>
      {locales.map((locale) => (
        <Input
          name={`${name}-${locale}`}
          label={t(`forms.admin.${name}.${locale}`)}
          value={typedText(values, `${name}-${locale}`)}
          errorMessage={complaints[`${name}-${locale}`]}
          autocomplete="off"
        />
      ))}
    </>
  )
}

const Code = ({ hint, values, complaints }: Part & { readonly hint: string }) => {
  const { t } = usePage()
  return (
    <Input
      name="code"
      label={t('forms.admin.code')}
      hint={hint}
      prefix={additionPrefix}
      value={typedText(values, 'code')}
      errorMessage={complaints['code']}
      classes="govuk-input--width-20"
      autocomplete="off"
      spellcheck={false}
    />
  )
}

const complaintsIn = (errors: Errors, t: Translate): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([name, key]) => [
      name,
      t(isSentence(key) ? key : 'error.field.other'),
    ]),
  )
