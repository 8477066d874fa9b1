import {
  Button,
  ButtonGroup,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Input,
  Layout,
  PageHeader,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'
import type { UnitView } from '../domain/unit-view.js'

export const placeFields = ['total', 'free'] as const
export type PlaceField = (typeof placeFields)[number]

export interface PlacesView {
  readonly unit: UnitView
  /** As typed. */
  readonly typed: Readonly<Record<PlaceField, string>>
  readonly errors: Readonly<Partial<Record<PlaceField, Sentence>>>
}

/** How many places the own unit has, and how many of them are free. */
export const PlacesPage = ({ unit, typed, errors }: PlacesView) => {
  const { t, format } = usePage()
  const said = Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => [field, t(sentence)]),
  )
  const errorList = errorsOf(said)
  const { places } = unit
  return (
    <Layout
      title={t('directory.places.title')}
      errors={errorList.length > 0}
      width="reading"
      back={{ href: `/directory/${unit.id}`, text: unit.name }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={t('directory.places.title')} meta={[unit.name]} />
      <p class="govuk-body">{t('directory.places.lead')}</p>
      {places !== null && (
        <InsetText>
          {t('directory.places.are', {
            free: places.free,
            total: places.total,
            at: format.dayAndTime(places.at),
          })}
        </InsetText>
      )}
      <Form action={`/directory/${unit.id}/places`} version={unit.version}>
        {placeFields.map((field) => (
          <Input
            name={field}
            label={t(`directory.places.${field}`)}
            hint={field === 'total' ? t('directory.places.total.hint') : undefined}
            errorMessage={said[field]}
            value={typed[field]}
            inputmode="numeric"
            classes="govuk-input--width-5"
          />
        ))}
        <ButtonGroup>
          <Button preventDoubleClick>{t('directory.places.tell')}</Button>
          <Button variant="secondary" href={`/directory/${unit.id}`}>
            {t('common.back')}
          </Button>
        </ButtonGroup>
      </Form>
    </Layout>
  )
}
