import { Fieldset, Select } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { typedText, type Typed } from '../../../platform/web/form.js'
import { contactDays, type ContactWindow } from '../domain/may-contact.js'

const halfHours = Array.from(
  { length: 48 },
  (_, index) =>
    `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
)

/** Names of the fields of the first and the second window. */
export const hourFields = [
  { days: 'hours1Days', from: 'hours1From', until: 'hours1Until' },
  { days: 'hours2Days', from: 'hours2From', until: 'hours2Until' },
] as const

/** The hours as their form fields hold them. */
export const typedHours = (hours: readonly ContactWindow[]): Typed =>
  Object.fromEntries(
    hourFields.flatMap(({ days, from, until }, index) => {
      const window = hours[index]
      return window === undefined
        ? []
        : [
            [days, window.days],
            [from, window.from],
            [until, window.until],
          ]
    }),
  )

interface ContactHoursProps {
  readonly values: Typed
  readonly complaints: Readonly<Record<string, string>>
}

/** When it is safe to get in touch, so that pages can say whether it is now. */
export const ContactHours = ({ values, complaints }: ContactHoursProps) => {
  const { t } = usePage()
  return (
    <Fieldset legend={{ text: t('cases.intake.hours'), classes: 'govuk-fieldset__legend--s' }}>
      <p class="govuk-hint">{t('cases.intake.hours.hint')}</p>
      {hourFields.map(({ days, from, until }, index) => (
        <Fieldset
          legend={{
            text: t(index === 0 ? 'cases.intake.hours.first' : 'cases.intake.hours.second'),
            classes: 'govuk-visually-hidden',
          }}
        >
          <Select
            name={days}
            label={t('cases.intake.hours.days')}
            value={typedText(values, days)}
            errorMessage={complaints[days]}
            items={contactDays.map((value) => ({ value, text: t(`cases.days.${value}`) }))}
          />
          <TimeOfDay
            name={from}
            label={t('cases.intake.hours.from')}
            values={values}
            complaints={complaints}
          />
          <TimeOfDay
            name={until}
            label={t('cases.intake.hours.until')}
            values={values}
            complaints={complaints}
          />
        </Fieldset>
      ))}
    </Fieldset>
  )
}

const TimeOfDay = ({
  name,
  label,
  values,
  complaints,
}: ContactHoursProps & { readonly name: string; readonly label: string }) => {
  const { t } = usePage()
  const chosen = typedText(values, name)
  // Another system may have recorded any minute.
  const times = [...new Set(chosen === '' ? halfHours : [...halfHours, chosen])].sort()
  return (
    <Select
      name={name}
      label={label}
      value={chosen}
      errorMessage={complaints[name]}
      items={[
        { value: '', text: t('cases.intake.hours.none') },
        ...times.map((time) => ({ value: time, text: time })),
      ]}
    />
  )
}
