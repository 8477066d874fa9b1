import { Definitions, Layout, PageHeader } from '../ui/components/index.js'
import { usePage } from '../ui/page-context.js'
import { glossary } from './glossary.js'

// Object.keys forgets the keys' type; these groups are the only ones.
const groups = Object.keys(glossary) as (keyof typeof glossary)[]

/** What the words of the work mean, told plainly. */
export const GlossaryPage = () => {
  const { t } = usePage()
  return (
    <Layout title={t('glossary.title')} width="reading">
      <PageHeader title={t('glossary.title')} />
      <p class="govuk-body">{t('glossary.intro')}</p>
      <ul class="govuk-list">
        {groups.map((group) => (
          <li key={group}>
            <a class="govuk-link" href={`#${group}`}>
              {t(`glossary.group.${group}`)}
            </a>
          </li>
        ))}
      </ul>
      {groups.map((group) => (
        <section key={group} aria-labelledby={group}>
          <h2 class="govuk-heading-m" id={group}>
            {t(`glossary.group.${group}`)}
          </h2>
          <Definitions
            definitions={glossary[group].map((term) => ({
              id: term,
              term: t(`glossary.${term}`),
              meaning: t(`glossary.${term}.is`),
            }))}
          />
        </section>
      ))}
    </Layout>
  )
}
