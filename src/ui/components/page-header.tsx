import type { ComponentChildren } from 'preact'
import { inWords } from './in-words.js'
import { isPresent, type Absent, type Text } from './text.js'

interface PageHeaderProps {
  readonly title: Text
  /** The state of what the page is about. */
  readonly tag?: ComponentChildren
  readonly meta?: readonly (Text | Absent)[] | undefined
  readonly actions?: ComponentChildren
}

/** What the page is about, and what can be done with it as a whole. */
export const PageHeader = ({ title, tag, meta = [], actions }: PageHeaderProps) => (
  <div class="ba-page-header">
    <div>
      <div class="ba-page-header__title">
        <h1>{inWords(title)}</h1>
        {tag}
      </div>
      {meta.some(isPresent) && (
        <ul class="ba-page-header__meta">
          {meta.filter(isPresent).map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
    </div>
    {actions && <div class="govuk-button-group">{actions}</div>}
  </div>
)
