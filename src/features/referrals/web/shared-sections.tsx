import { Card } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { SectionRows, type SectionView } from '../../cases/index.js'

interface SharedSectionsProps {
  readonly title: string
  readonly views: readonly SectionView[]
}

/** What a referral shares, part by part: the same for the receiver and for the sender's check. */
export const SharedSections = ({ title, views }: SharedSectionsProps) => {
  const { t } = usePage()
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {views.map((view) => (
        <Card title={t(`code.section.${view.section}`)} level={3} size="small">
          {view.rows.length === 0 ? (
            <p>{t('referrals.check.after.empty')}</p>
          ) : (
            <SectionRows view={view} />
          )}
        </Card>
      ))}
    </>
  )
}
