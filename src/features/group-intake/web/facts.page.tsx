import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  Checkboxes,
  DateInput,
  Form,
  Input,
  InsetText,
  Radios,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { groupCountries, groupIncidents, identifications } from '../domain/group-facts.js'
import type { WaitingList } from '../use-cases/waiting-lists.js'
import { ListFrame } from './list-frame.js'

export interface FactsView {
  readonly listId: string
  readonly version: number
  /** The group it adds to: what is the same for all is known then. */
  readonly group: WaitingList['group']
  readonly provinces: readonly { readonly code: string; readonly name: string }[]
  readonly colleagues: readonly { readonly id: string; readonly displayName: string }[]
  readonly values: Typed
  readonly errors: FieldErrors
}

const legend = (text: string) => ({
  legend: { text, classes: 'govuk-fieldset__legend--s' },
})
const label = (text: string) => ({ text, classes: 'govuk-label--s' })

const order = [
  'incidentType',
  'country',
  'receivedOn-receivedOn-day',
  'place',
  'province',
  'identification',
  'risk',
  'leads',
]

/** What is the same for everybody, and who leads them. */
export const FactsPage = (view: FactsView) => {
  const { t, format } = usePage()
  const { listId, version, group, values, errors, colleagues } = view
  const complaints = complaintsOf(errors, t)
  return (
    <ListFrame
      title={t('groups.facts.title')}
      step="facts"
      complaints={complaints}
      order={order}
      back={{ href: `/groups/lists/${listId}/rows`, text: t('groups.rows.title') }}
    >
      <Form action={`/groups/lists/${listId}/facts`} version={version}>
        {group === null ? (
          <EventFields {...view} complaints={complaints} />
        ) : (
          <InsetText>
            {t('groups.facts.group', {
              number: group.number,
              incident: t(`code.incident.${group.incidentType}`),
              date: format.plainDate(group.receivedOn),
            })}
          </InsetText>
        )}
        <Radios
          name="risk"
          fieldset={legend(t('groups.facts.risk'))}
          hint={t('groups.facts.risk.hint')}
          errorMessage={complaints['risk']}
          value={typedText(values, 'risk')}
          items={(['high', 'medium', 'low'] as const).map((risk) => ({
            value: risk,
            text: t(`code.risk.${risk}`),
          }))}
        />
        <Checkboxes
          name="leads"
          fieldset={legend(t('groups.facts.leads'))}
          hint={t('groups.facts.leads.hint')}
          errorMessage={complaints['leads']}
          values={typedList(values, 'leads')}
          items={colleagues.map(({ id, displayName }) => ({ value: id, text: displayName }))}
        />
        <Button>{t('common.continue')}</Button>
      </Form>
    </ListFrame>
  )
}

const EventFields = ({
  values,
  provinces,
  complaints,
}: FactsView & { readonly complaints: Readonly<Record<string, string>> }) => {
  const { t } = usePage()
  return (
    <>
      <Select
        name="incidentType"
        label={label(t('groups.facts.incident'))}
        errorMessage={complaints['incidentType']}
        value={typedText(values, 'incidentType')}
        items={groupIncidents.map((type) => ({ value: type, text: t(`code.incident.${type}`) }))}
      />
      <Select
        name="country"
        label={label(t('groups.facts.country'))}
        errorMessage={complaints['country']}
        value={typedText(values, 'country')}
        items={[
          { value: '', text: t('groups.facts.country.unknown') },
          ...groupCountries.map((code) => ({ value: code, text: t(`groups.country.${code}`) })),
        ]}
      />
      <DateInput
        id="receivedOn"
        namePrefix="receivedOn"
        fieldset={legend(t('groups.facts.received-on'))}
        hint={t('groups.facts.received-on.hint')}
        errorMessage={complaints['receivedOn']}
        values={{
          day: typedText(values, 'receivedOn-day'),
          month: typedText(values, 'receivedOn-month'),
          year: typedText(values, 'receivedOn-year'),
        }}
      />
      <Input
        name="place"
        label={label(t('groups.facts.place'))}
        hint={t('groups.facts.place.hint')}
        errorMessage={complaints['place']}
        classes="govuk-input--width-30"
        value={typedText(values, 'place')}
      />
      <Select
        name="province"
        label={label(t('groups.facts.province'))}
        errorMessage={complaints['province']}
        value={typedText(values, 'province')}
        items={[
          { value: '', text: t('groups.facts.province.unknown') },
          ...provinces.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <Radios
        name="identification"
        fieldset={legend(t('groups.facts.identification'))}
        hint={t('groups.facts.identification.hint')}
        errorMessage={complaints['identification']}
        value={typedText(values, 'identification')}
        items={identifications.map((one) => ({
          value: one,
          text: t(`groups.identification.${one}`),
        }))}
      />
    </>
  )
}
