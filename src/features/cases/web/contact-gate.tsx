import { StatusTag, type Tone } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { ContactAnswer, ContactVerdict } from '../domain/may-contact.js'

const tones: Readonly<Record<ContactVerdict, Tone>> = {
  now: 'good',
  'read-first': 'waiting',
  'not-now': 'danger',
  never: 'danger',
  unknown: 'danger',
}

/**
 * Whether to get in touch with the person now. Stands where a worker is about to; the service itself
 * never writes to the person.
 */
export const ContactGate = ({ answer }: { answer: ContactAnswer }) => {
  const { t, format } = usePage()
  const { verdict, opensAt } = answer
  return (
    <p>
      <StatusTag tone={tones[verdict]} dot={tones[verdict] === 'danger'}>
        {t(`cases.gate.${verdict}`)}
      </StatusTag>
      {opensAt !== null && <> {t('cases.gate.opens', { when: format.shortDateTime(opensAt) })}</>}
    </p>
  )
}
