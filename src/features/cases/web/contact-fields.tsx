import { Checkboxes, Input } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import { ContactHours, typedHours } from './contact-hours.js'
import { contactChannels, type SafeContact } from '../domain/case-content.js'

/** The safe contact as its form fields hold it. */
export const typedContact = (contact: SafeContact): Typed => ({
  phone: contact.phone ?? '',
  channels: contact.doNotContact ? ['none'] : contact.channels,
  when: contact.when ?? '',
  ...typedHours(contact.hours ?? []),
  codeWord: contact.codeWord ?? '',
  whoMayAnswer: contact.whoMayAnswer ?? '',
  contactNotes: contact.notes ?? '',
})

interface ContactFieldsProps {
  readonly values: Typed
  readonly complaints: Readonly<Record<string, string>>
}

/** How the person can be reached without danger. */
export const ContactFields = ({ values, complaints }: ContactFieldsProps) => {
  const { t } = usePage()
  return (
    <>
      <ReachFields values={values} complaints={complaints} />
      <Input
        label={t('cases.field.when')}
        hint={t('cases.intake.when.hint')}
        name="when"
        autocomplete="off"
        value={typedText(values, 'when')}
        errorMessage={complaints['when']}
      />
      <ContactHours values={values} complaints={complaints} />
      <Input
        label={t('cases.field.code-word')}
        hint={t('cases.intake.code-word.hint')}
        name="codeWord"
        autocomplete="off"
        value={typedText(values, 'codeWord')}
        errorMessage={complaints['codeWord']}
      />
      <Input
        label={t('cases.field.who-may-answer')}
        name="whoMayAnswer"
        autocomplete="off"
        value={typedText(values, 'whoMayAnswer')}
        errorMessage={complaints['whoMayAnswer']}
      />
      <Input
        label={t('cases.field.contact-notes')}
        hint={t('cases.intake.contact-notes.hint')}
        name="contactNotes"
        autocomplete="off"
        value={typedText(values, 'contactNotes')}
        errorMessage={complaints['contactNotes']}
      />
    </>
  )
}

/** The ways that are safe, or that none is, and the number. */
export const ReachFields = ({ values, complaints }: ContactFieldsProps) => {
  const { t } = usePage()
  return (
    <>
      <Checkboxes
        name="channels"
        fieldset={{
          legend: { text: t('cases.intake.channels'), classes: 'govuk-fieldset__legend--s' },
        }}
        hint={t('cases.intake.channels.hint')}
        errorMessage={complaints['channels']}
        values={typedList(values, 'channels')}
        items={[
          ...contactChannels.map((channel) => ({
            value: channel,
            text: t(`cases.channel.${channel}`),
          })),
          { divider: t('common.or') },
          { value: 'none', text: t('cases.channel.none'), behaviour: 'exclusive' },
        ]}
      />
      <Input
        label={t('cases.field.phone')}
        name="phone"
        type="tel"
        classes="govuk-input--width-20"
        autocomplete="off"
        value={typedText(values, 'phone')}
        errorMessage={complaints['phone']}
      />
    </>
  )
}
