import type { Section } from '../../../platform/access/sections.js'
import { Card, InsetText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { FormState } from '../use-cases/read-sections.js'
import type { SectionView } from '../use-cases/section-view.js'
import { CasePage, type CaseFrameView } from './case-frame.js'
import { SectionRows } from './section-rows.js'
import { FormProgress, SectionLinks } from './section.page.js'

export interface SectionsView {
  readonly frame: CaseFrameView
  readonly views: readonly SectionView[]
  readonly writable: readonly Section[]
  readonly forms: readonly FormState[]
  readonly manages: boolean
}

/** Everything recorded that the reader may see, part by part. */
export const SectionsPage = ({ frame, views, writable, forms, manages }: SectionsView) => {
  const { t } = usePage()
  return (
    <CasePage frame={frame} title={t('cases.sections')} current="sections">
      <InsetText>{t('cases.sections.note')}</InsetText>
      {views.map((view) => {
        const name = t(`code.section.${view.section}`)
        const ofSection = forms.filter(({ form }) => form.section === view.section)
        const isWritable = writable.includes(view.section)
        return (
          <Card
            title={name}
            tag={<FormProgress state={sumOf(ofSection)} />}
            action={
              isWritable || ofSection.length > 0
                ? {
                    href: `/cases/${frame.caseId}/sections/${view.section}`,
                    text: (
                      <>
                        {t(isWritable ? 'cases.sections.write' : 'cases.sections.open')}
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
            {manages && <SectionLinks caseId={frame.caseId} section={view.section} />}
            <Counts forms={ofSection} />
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

const sumOf = (forms: readonly FormState[]): Pick<FormState, 'filled' | 'asked'> => ({
  filled: forms.reduce((sum, { filled }) => sum + filled, 0),
  asked: forms.reduce((sum, { asked }) => sum + asked, 0),
})

// How many hearings, visits, people around.
const Counts = ({ forms }: { forms: readonly FormState[] }) => {
  const { locale } = usePage()
  const several = forms.filter(({ form, records }) => form.many && records.length > 0)
  return several.length === 0 ? null : (
    <p class="govuk-hint">
      {several.map(({ form, records }) => `${form.title[locale]} (${records.length})`).join(' · ')}
    </p>
  )
}
