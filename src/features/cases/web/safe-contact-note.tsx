import { SafeContact } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { SafeContact as SafeContactRecord } from '../domain/case-content.js'
import type { ContactAnswer } from '../domain/may-contact.js'
import { ContactGate } from './contact-gate.js'

interface SafeContactNoteProps {
  /** Null where none is recorded. */
  readonly contact: SafeContactRecord | null
  /** Where somebody is about to get in touch: whether they may now. */
  readonly answer?: ContactAnswer | undefined
}

/** How the person can be reached without danger, in as few words as possible. */
export const SafeContactNote = ({ contact, answer }: SafeContactNoteProps) => {
  const { t, format } = usePage()
  const gate = answer && <ContactGate answer={answer} />
  if (contact === null)
    return (
      <SafeContact>
        {gate}
        <p>{t('cases.contact.none')}</p>
      </SafeContact>
    )
  if (contact.doNotContact) {
    return (
      <SafeContact>
        {gate}
        <p>{t('cases.contact.prohibited')}</p>
        {contact.notes !== null && <p>{contact.notes}</p>}
      </SafeContact>
    )
  }
  const channels = contact.channels.map((channel) => t(`cases.channel.${channel}`).toLowerCase())
  return (
    <SafeContact>
      {gate}
      {channels.length === 0 ? (
        <p>{t('cases.contact.none')}</p>
      ) : (
        <p>{t('cases.contact.only', { channels: format.list(channels) })}</p>
      )}
      {!contact.channels.includes('call') && <p>{t('cases.contact.no-call')}</p>}
      {contact.phone !== null && <p>{t('cases.contact.phone', { phone: contact.phone })}</p>}
      {contact.when !== null && <p>{t('cases.contact.when', { when: contact.when })}</p>}
      {(contact.hours ?? []).map(({ days, from, until }) => (
        <p>{t('cases.contact.hours', { days: t(`cases.days.${days}`), from, until })}</p>
      ))}
      {contact.codeWord !== null && (
        <p>{t('cases.contact.code-word', { word: contact.codeWord })}</p>
      )}
      {contact.whoMayAnswer !== null && (
        <p>{t('cases.contact.who', { who: contact.whoMayAnswer })}</p>
      )}
      {contact.notes !== null && <p>{contact.notes}</p>}
    </SafeContact>
  )
}
