import type { Section } from '../../../platform/access/sections.js'
import { Card, InsetText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { SectionView } from '../use-cases/section-view.js'
import { CasePage, type CaseFrameView } from './case-frame.js'
import { SectionRows } from './section-rows.js'

export interface SectionsView {
  readonly frame: CaseFrameView
  readonly views: readonly SectionView[]
  readonly writable: readonly Section[]
}

/** Everything recorded that the reader may see, part by part. */
export const SectionsPage = ({ frame, views, writable }: SectionsView) => {
  const { t } = usePage()
  return (
    <CasePage frame={frame} title={t('cases.sections')} current="sections">
      <InsetText>{t('cases.sections.note')}</InsetText>
      {views.map((view) => {
        const name = t(`code.section.${view.section}`)
        return (
          <Card
            title={name}
            action={
              writable.includes(view.section)
                ? {
                    href: `/cases/${frame.caseId}/sections/${view.section}`,
                    text: (
                      <>
                        {t('cases.sections.write')}
                        <span class="govuk-visually-hidden">
                          {' '}
                          {t('cases.sections.write-of', { section: name })}
                        </span>
                      </>
                    ),
                  }
                : undefined
            }
          >
            <SectionRows view={view} />
            {view.section === 'incident' && (
              <a class="govuk-link" href={`/cases/${frame.caseId}/takedown`}>
                {t('cases.takedown')}
              </a>
            )}
          </Card>
        )
      })}
    </CasePage>
  )
}
