import { StatusTag, Timeline } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { ContactView } from '../use-cases/contact-log.js'

interface ContactTimelineProps {
  readonly contacts: readonly ContactView[]
  /** Where an entry that was written wrongly is struck out, for who may. */
  readonly strikePath?: string | undefined
}

/** Contacts and attempts, the latest first. */
export const ContactTimeline = ({ contacts, strikePath }: ContactTimelineProps) => {
  const { t, format } = usePage()
  return (
    <Timeline
      items={contacts.map((contact) => {
        const isStruck = contact.struckAt !== null
        const result = contact.fromPerson
          ? t('planning.contact.from-person')
          : t(contact.reached ? 'planning.contact.was-reached' : 'planning.contact.not-reached')
        return {
          title: (
            <>
              {t(`cases.channel.${contact.channel}`)}, {t(`code.contact-with.${contact.withRole}`)}
              {': '}
              {result}
              {isStruck && (
                <>
                  {' '}
                  <StatusTag tone="neutral">{t('planning.contact.struck')}</StatusTag>
                </>
              )}
              {contact.againstRules && (
                <>
                  {' '}
                  <StatusTag tone="danger">{t('planning.contact.against')}</StatusTag>
                </>
              )}
              {contact.wasSafe === 'no' && (
                <>
                  {' '}
                  <StatusTag tone="danger" dot>
                    {t('planning.contact.was-unsafe')}
                  </StatusTag>
                </>
              )}
              {contact.note !== null && <p>{contact.note}</p>}
              {strikePath !== undefined && !isStruck && (
                <p>
                  <a class="govuk-link" href={`${strikePath}/${contact.id}/strike`}>
                    {t('planning.contact.strike')}
                    <span class="govuk-visually-hidden">: {format.dateTime(contact.at)}</span>
                  </a>
                </p>
              )}
            </>
          ),
          at: format.dateTime(contact.at),
          by: contact.writerName,
          strong: contact.wasSafe === 'no' && !isStruck,
        }
      })}
    />
  )
}
