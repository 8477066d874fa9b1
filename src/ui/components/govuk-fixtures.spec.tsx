import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { createElement, type FunctionComponent } from 'preact'
import { markup, readHtml } from '../testing/html.js'
import { aPageContext, renderPart } from '../testing/page.js'
import { BackLink } from './back-link.js'
import { Breadcrumbs } from './breadcrumbs.js'
import { Button } from './button.js'
import { CharacterCount } from './character-count.js'
import { Checkboxes } from './checkboxes.js'
import { DateInput } from './date-input.js'
import { Details } from './details.js'
import { ErrorMessage } from './error-message.js'
import { ErrorSummary } from './error-summary.js'
import { Fieldset } from './fieldset.js'
import { FileUpload } from './file-upload.js'
import { Hint } from './hint.js'
import { Input } from './input.js'
import { InsetText } from './inset-text.js'
import { Label } from './label.js'
import { NotificationBanner } from './notification-banner.js'
import { Pagination } from './pagination.js'
import { PasswordInput } from './password-input.js'
import { Radios } from './radios.js'
import { Select } from './select.js'
import { SkipLink } from './skip-link.js'
import { SummaryList } from './summary-list.js'
import { Table } from './table.js'
import { Tag } from './tag.js'
import { TaskList } from './task-list.js'
import { Textarea } from './textarea.js'
import { WarningText } from './warning-text.js'

// govuk-frontend ships what each macro makes of given options; our ports must make the same of them.
// Not ported: tabs, whose panels need JavaScript to be hidden; our tabs are links to pages.

type Options = Readonly<Record<string, unknown>>

interface Port {
  readonly component: FunctionComponent<never>
  /** Words of the macro that our component takes as children. */
  readonly childrenFrom?: readonly string[]
  /** What is called otherwise with us. */
  readonly adapt?: (options: Options) => Options
  /** Fixtures that do not apply to us, each with the reason. */
  readonly except?: Readonly<Record<string, string>>
}

const isRecord = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// Where a macro takes `text` or `html` (or `titleText` or `titleHtml`), our components take words or
// markup under the first name.
const withMarkup = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withMarkup)
  if (!isRecord(value)) return value
  const plain = Object.entries(value).filter(([key]) => !/html$/i.test(key))
  const marked = Object.entries(value).flatMap(([key, html]) => {
    const name = key === 'html' ? 'text' : key.replace(/Html$/, 'Text')
    return name !== key && typeof html === 'string' ? [[name, markup(html)] as const] : []
  })
  return Object.fromEntries([...plain.map(([key, inner]) => [key, withMarkup(inner)]), ...marked])
}

const textOf = (value: unknown): unknown => (isRecord(value) ? value['text'] : value)

const withGroupWords = (options: Options): Options => {
  const group = options['formGroup']
  if (!isRecord(group)) return options
  const places = ['beforeInput', 'afterInput', 'beforeInputs', 'afterInputs']
  return {
    ...options,
    formGroup: Object.fromEntries(
      Object.entries(group).map(([key, value]) => [
        key,
        places.includes(key) ? textOf(value) : value,
      ]),
    ),
  }
}

const withChoices = (options: Options): Options => {
  const { items } = options
  return {
    ...withGroupWords(options),
    items: Array.isArray(items)
      ? items.map((item: unknown) =>
          isRecord(item) && 'conditional' in item
            ? { ...item, conditional: textOf(item['conditional']) }
            : item,
        )
      : items,
  }
}

const withPlainActions = (value: unknown): unknown => {
  if (!isRecord(value) || !isRecord(value['actions'])) return value
  const { items, classes } = value['actions']
  return { ...value, actions: items, actionsClasses: classes }
}

const withSummaryActions = (options: Options): Options => {
  const { rows, card } = options
  return {
    ...options,
    card: withPlainActions(card),
    rows: Array.isArray(rows) ? rows.map(withPlainActions) : rows,
  }
}

const ports: Readonly<Record<string, Port>> = {
  'back-link': {
    component: BackLink,
    childrenFrom: ['text'],
    adapt: (options) => ({ href: '#', ...options }),
  },
  breadcrumbs: { component: Breadcrumbs },
  button: { component: Button, childrenFrom: ['text'] },
  'character-count': {
    component: CharacterCount,
    adapt: withGroupWords,
    except: { 'with translations': 'the sentences come from our catalogue, not from the caller' },
  },
  checkboxes: { component: Checkboxes, adapt: withChoices },
  'date-input': {
    component: DateInput,
    adapt: withGroupWords,
    except: { 'with nested name': 'a field with a name of its own has a label of its own' },
  },
  details: { component: Details, childrenFrom: ['text'] },
  'error-message': { component: ErrorMessage, childrenFrom: ['text'] },
  'error-summary': { component: ErrorSummary, childrenFrom: ['descriptionText'] },
  fieldset: { component: Fieldset, childrenFrom: ['text'] },
  'file-upload': {
    component: FileUpload,
    adapt: withGroupWords,
    // The field as it is without JavaScript is the one we have.
    except: {
      enhanced: 'needs JavaScript',
      'enhanced, with error message and hint': 'needs JavaScript',
      'enhanced, multiple files': 'needs JavaScript',
      'enhanced, custom wrapper classes and attributes': 'needs JavaScript',
      translated: 'needs JavaScript',
    },
  },
  hint: { component: Hint, childrenFrom: ['text'] },
  input: { component: Input, adapt: withGroupWords },
  'inset-text': { component: InsetText, childrenFrom: ['text'] },
  label: {
    component: Label,
    adapt: ({ for: field, ...label }) => ({ for: field, label: { text: undefined, ...label } }),
  },
  'notification-banner': { component: NotificationBanner, childrenFrom: ['text'] },
  pagination: {
    component: Pagination,
    except: { 'with empty items': 'the types allow no item without a number' },
  },
  'password-input': {
    component: PasswordInput,
    adapt: withGroupWords,
    except: { 'with translations': 'the sentences come from our catalogue, not from the caller' },
  },
  radios: { component: Radios, adapt: withChoices },
  select: { component: Select, adapt: (options) => withGroupWords({ items: [], ...options }) },
  'skip-link': { component: SkipLink, childrenFrom: ['text'] },
  'summary-list': { component: SummaryList, adapt: withSummaryActions },
  table: { component: Table },
  tag: { component: Tag, childrenFrom: ['text'] },
  'task-list': { component: TaskList },
  textarea: { component: Textarea, adapt: withGroupWords },
  'warning-text': { component: WarningText, childrenFrom: ['text'] },
}

interface Fixture {
  readonly name: string
  readonly options: Options
  readonly html: string
}

const fixturesOf = (name: string): Fixture[] => {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${name}/fixtures.json`
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }
  return fixtures
}

const english = aPageContext({ locale: 'en' })

const render = (port: Port, options: Options): string => {
  const { component, childrenFrom = [], adapt = (same: Options) => same } = port
  const adapted = withMarkup(options)
  const props = adapt(isRecord(adapted) ? adapted : {})
  const child = childrenFrom.find((name) => name in props)
  const rest = Object.fromEntries(Object.entries(props).filter(([key]) => key !== child))
  const children = child === undefined ? undefined : props[child]
  // The fixtures are data from outside; that they fit the props is what this test is about.
  const part = createElement(component as FunctionComponent<Options>, { ...rest, children })
  return renderPart(part, english)
}

describe.each(Object.entries(ports))('%s', (name, port) => {
  const fixtures = fixturesOf(name)
  const exceptions = Object.keys(port.except ?? {})

  it.each(fixtures.filter((fixture) => !exceptions.includes(fixture.name)))(
    '$name',
    ({ options, html }) => {
      expect(readHtml(render(port, options))).toEqual(readHtml(html))
    },
  )

  it('makes no exception for what is not there', () => {
    expect(fixtures.map((fixture) => fixture.name)).toEqual(expect.arrayContaining(exceptions))
  })
})

describe('sentences of the browser modules', () => {
  const attributesOf = (html: string) => [...html.matchAll(/data-i18n[\w.-]+/g)].map(String).sort()

  it.each([
    ['character-count', <CharacterCount label="" name="note" maxlength={10} />],
    ['password-input', <PasswordInput label="" name="password" />],
  ])('%s speaks the language of the page', (name, part) => {
    const translated = fixturesOf(name).find((fixture) => fixture.name === 'with translations')

    expect(attributesOf(renderPart(part))).toEqual(attributesOf(translated?.html ?? ''))
    expect(renderPart(part, english)).not.toContain('data-i18n')
  })
})
