import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { usePage } from '../page-context.js'

/** How the person can be reached without danger; put it where it stays in sight. */
export const SafeContact = ({ children }: { children: ComponentChildren }) => {
  const { t } = usePage()
  const id = useId()
  return (
    <section class="ba-safe-contact" aria-labelledby={id}>
      <h2 class="ba-safe-contact__title" id={id}>
        {t('common.safe-contact')}
      </h2>
      {children}
    </section>
  )
}
