import { typedText } from '../../../platform/web/form.js'
import {
  CharacterCount,
  Checkboxes,
  EmptyState,
  Form,
  Input,
  InsetText,
  Pagination,
  Radios,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, contactChannels, ContactGate } from '../../cases/index.js'
import { contactRoles, safeties } from '../domain/contacts.js'
import { longestNote } from '../domain/lengths.js'
import type { PlanningFrame } from '../use-cases/case-tasks.js'
import type { BeforeContact, ContactView } from '../use-cases/contact-log.js'
import { ContactTimeline } from './contact-timeline.js'
import { DayField, Deed, planPath, PlanningStep, type FormView } from './planning-frame.js'

export interface NewContactView extends FormView, BeforeContact {
  /** It was not the way the person called safe: whoever writes it says that they know. */
  readonly mustKnow: boolean
}

const places = ['by', 'channel', 'with', 'reached', 'safe', 'when', 'day', 'time', 'note', 'knows']

/** Before and after getting in touch: may one now, and what came of it. */
export const NewContactPage = (view: NewContactView) => {
  const { t } = usePage()
  const { values, errors, row, safeContact, answer, mustKnow } = view
  const complaints = complaintsOf(errors, t)
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
  return (
    <PlanningStep
      frame={{ row, safeContact }}
      title={t('planning.contact.log')}
      errors={errors}
      places={places}
    >
      <InsetText>
        <h2 class="govuk-heading-s">{t('planning.contact.before')}</h2>
        <ContactGate answer={answer} />
      </InsetText>
      <Form action={`${planPath(row.id)}/contacts/new`}>
        <Radios
          name="by"
          fieldset={legend(t('planning.contact.by'))}
          errorMessage={complaints['by']}
          value={typedText(values, 'by')}
          items={[
            { value: 'person', text: t('planning.contact.by.person') },
            {
              value: 'us',
              text: t('planning.contact.by.us'),
              conditional: (
                <>
                  <Select
                    name="with"
                    label={t('planning.contact.with')}
                    errorMessage={complaints['with']}
                    value={typedText(values, 'with')}
                    items={[
                      { value: '', text: t('forms.choose') },
                      ...contactRoles.map((role) => ({
                        value: role,
                        text: t(`code.contact-with.${role}`),
                      })),
                    ]}
                  />
                  <Radios
                    name="reached"
                    fieldset={legend(t('planning.contact.reached'))}
                    errorMessage={complaints['reached']}
                    value={typedText(values, 'reached')}
                    classes="govuk-radios--inline"
                    items={[
                      { value: 'yes', text: t('common.yes') },
                      { value: 'no', text: t('common.no') },
                    ]}
                  />
                </>
              ),
            },
          ]}
        />
        <Radios
          name="channel"
          fieldset={legend(t('planning.contact.channel'))}
          errorMessage={complaints['channel']}
          value={typedText(values, 'channel')}
          items={contactChannels.map((channel) => ({
            value: channel,
            text: t(`cases.channel.${channel}`),
          }))}
        />
        <Radios
          name="safe"
          fieldset={legend(t('planning.contact.safe'))}
          hint={t('planning.contact.safe.hint')}
          errorMessage={complaints['safe']}
          value={typedText(values, 'safe')}
          items={safeties.map((safety) => ({ value: safety, text: t(`code.was-safe.${safety}`) }))}
        />
        <Radios
          name="when"
          fieldset={legend(t('planning.contact.when'))}
          errorMessage={complaints['when']}
          value={typedText(values, 'when')}
          items={[
            { value: 'now', text: t('planning.contact.when.now') },
            {
              value: 'earlier',
              text: t('planning.contact.when.earlier'),
              conditional: (
                <>
                  <DayField
                    name="day"
                    legend={t('planning.contact.day')}
                    values={values}
                    complaints={complaints}
                  />
                  <Input
                    name="time"
                    label={t('planning.contact.time')}
                    hint={t('planning.contact.time.hint')}
                    classes="govuk-input--width-5"
                    errorMessage={complaints['time']}
                    value={typedText(values, 'time')}
                  />
                </>
              ),
            },
          ]}
        />
        <CharacterCount
          name="note"
          label={{ text: t('planning.contact.note'), classes: 'govuk-label--s' }}
          hint={t('planning.contact.note.hint')}
          errorMessage={complaints['note']}
          value={typedText(values, 'note')}
          rows={3}
          maxlength={longestNote}
        />
        {mustKnow && (
          <Checkboxes
            name="knows"
            errorMessage={complaints['knows']}
            values={[typedText(values, 'knows')]}
            items={[{ value: 'yes', text: t('planning.contact.knows') }]}
          />
        )}
        <Deed text={t('common.save')} backHref={planPath(row.id)} />
      </Form>
    </PlanningStep>
  )
}

export interface ContactsView extends PlanningFrame {
  readonly items: readonly ContactView[]
  readonly mayChange: boolean
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

/** All contacts and attempts of a case, the latest first. */
export const ContactsPage = (view: ContactsView) => {
  const { t } = usePage()
  const { row, safeContact, items, mayChange, firstHref, nextHref } = view
  const path = planPath(row.id)
  return (
    <CasePage
      frame={{ caseId: row.id, number: row.number, safeContact }}
      title={t('planning.contacts')}
      back={{ href: path, text: t('planning.back') }}
    >
      <h1>{t('planning.contacts')}</h1>
      {items.length === 0 ? (
        <EmptyState title={t('planning.contacts.none')}>
          {t('planning.contacts.none.text')}
        </EmptyState>
      ) : (
        <ContactTimeline contacts={items} strikePath={mayChange ? `${path}/contacts` : undefined} />
      )}
      {(firstHref !== undefined || nextHref !== undefined) && (
        <Pagination
          classes="ba-pager"
          items={[]}
          previous={
            firstHref === undefined
              ? undefined
              : { href: firstHref, text: t('notifications.first-page') }
          }
          next={nextHref === undefined ? undefined : { href: nextHref }}
        />
      )}
    </CasePage>
  )
}

/** Something was written wrongly: it stays readable and counts no longer. */
export const StrikeContactPage = ({
  entryId,
  ...frame
}: PlanningFrame & { readonly entryId: string }) => {
  const { t } = usePage()
  const back = `${planPath(frame.row.id)}/contacts`
  return (
    <PlanningStep
      frame={frame}
      title={t('planning.contact.strike')}
      back={{ href: back, text: t('planning.contacts') }}
    >
      <p>{t('planning.contact.strike.text')}</p>
      <Form action={`${back}/${entryId}/strike`}>
        <Deed text={t('planning.contact.strike')} backHref={back} grave />
      </Form>
    </PlanningStep>
  )
}
