import { describe, expect, it } from '@jest/globals'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { defaultTreeAdapter as tree, parse } from 'parse5'
import { renderPage } from '../render.js'
import { aPageContext } from '../testing/page.js'
import { Button } from './button.js'
import { ErrorPage } from './error-page.js'
import { Form } from './form.js'
import { HiddenPage } from './hidden-page.js'
import { hiddenPath } from './hide-page.js'
import { Layout } from './layout.js'
import { Masked } from './masked.js'
import { StackedColumns } from './stacked-columns.js'

type Element = DefaultTreeAdapterTypes.Element

const elementsIn = (node: DefaultTreeAdapterTypes.ParentNode): Element[] =>
  node.childNodes.flatMap((child) =>
    tree.isElementNode(child) ? [child, ...elementsIn(child)] : [],
  )

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value

const textOf = (element: Element): string =>
  element.childNodes
    .map((child) =>
      tree.isTextNode(child) ? child.value : tree.isElementNode(child) ? textOf(child) : '',
    )
    .join('')

const read = (html: string) => {
  const elements = elementsIn(parse(html))
  return {
    elements,
    all: (tag: string) => elements.filter((element) => element.tagName === tag),
    text: elements[0] ? textOf(elements[0]) : '',
  }
}

const aPage = (
  <Layout title="Hồ sơ">
    <Form action="/cases">
      <Masked label="họ tên" value={null} revealAction="/cases/1/reveal" />
      <Button>Lưu</Button>
    </Form>
    <StackedColumns
      title="Theo tuần"
      description="Tăng dần."
      series={[{ label: 'Đã nhận', tone: 'good' }]}
      columns={[{ label: '1/11', values: [19] }]}
    />
  </Layout>
)

describe('a page', () => {
  it('is a document in the language of the reader', () => {
    const html = renderPage(aPage, aPageContext({ locale: 'fr' }))
    const { all } = read(html)

    expect(html).toMatch(/^<!doctype html><html lang="fr"/)
    expect(all('title').map(textOf)).toEqual(['Hồ sơ – Bến An'])
    expect(
      all('meta').map((meta) => [attribute(meta, 'name'), attribute(meta, 'content')]),
    ).toEqual(
      expect.arrayContaining([
        ['robots', 'noindex, nofollow, noarchive'],
        ['referrer', 'same-origin'],
        ['viewport', 'width=device-width, initial-scale=1, viewport-fit=cover'],
      ]),
    )
  })

  it('holds nothing that a strict content security policy would stop', () => {
    const { elements, all } = read(renderPage(aPage, aPageContext()))

    const attributes = elements.flatMap((element) => element.attrs.map(({ name }) => name))
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([])
    expect(all('style')).toEqual([])
    expect(all('script').map(textOf)).toEqual([''])
  })

  it('takes nothing from elsewhere', () => {
    const { elements } = read(renderPage(aPage, aPageContext()))

    const addresses = elements.flatMap((element) => [
      attribute(element, 'href') ?? '',
      attribute(element, 'src') ?? '',
      attribute(element, 'action') ?? '',
    ])
    expect(addresses.filter((address) => /^(\w+:|\/\/)/.test(address))).toEqual([])
  })

  it('can be hidden from anywhere, signed in or not', () => {
    for (const actor of [aPageContext().actor, null]) {
      const { all } = read(renderPage(aPage, aPageContext({ actor })))
      const hide = all('form').find((form) => attribute(form, 'action') === '/hide')

      expect(hide && attribute(hide, 'method')).toBe('post')
      expect(hide && attribute(hide, 'data-hide-page')).toBe(hiddenPath)
    }
  })

  it('signs every form that changes something, and gives each its own key', () => {
    const { all } = read(renderPage(aPage, aPageContext()))
    const posts = all('form').filter((form) => attribute(form, 'method') === 'post')
    const fields = posts.map((form) =>
      Object.fromEntries(
        elementsIn(form)
          .filter((element) => attribute(element, 'type') === 'hidden')
          .map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value')]),
      ),
    )

    expect(fields.map(({ _csrf }) => _csrf)).toEqual(posts.map(() => 'csrf-token-of-this-session'))
    const keys = fields.flatMap(({ _idempotency }) => _idempotency ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('offers itself in the other languages without losing its place', () => {
    const { all } = read(renderPage(aPage, aPageContext({ path: '/cases?status=open&lang=en' })))
    const links = all('a').filter((link) => attribute(link, 'hreflang') !== undefined)

    expect(links.map((link) => attribute(link, 'href'))).toEqual([
      '/cases?status=open&lang=vi',
      '/cases?status=open&lang=en',
      '/cases?status=open&lang=fr',
    ])
  })

  it('is not led away by a path that names another host', () => {
    const { all } = read(renderPage(aPage, aPageContext({ path: '//evil.example/x' })))
    const link = all('a').find((a) => attribute(a, 'hreflang') === 'vi')

    expect(link && attribute(link, 'href')).not.toMatch(/^\/\/|evil/)
  })

  it('says first in its title that something is to be corrected', () => {
    const { all } = read(
      renderPage(<Layout title="Chuyển gửi" errors children="" />, aPageContext()),
    )

    expect(all('title').map(textOf)).toEqual(['Lỗi: Chuyển gửi – Bến An'])
  })

  it('locks only where somebody is signed in', () => {
    const body = (actor: null | undefined) =>
      read(
        renderPage(
          aPage,
          aPageContext({ idleMinutes: 15, ...(actor === null ? { actor: null } : {}) }),
        ),
      )
        .all('body')[0]
        ?.attrs.find(({ name }) => name === 'data-idle-minutes')?.value

    expect(body(undefined)).toBe('15')
    expect(body(null)).toBeUndefined()
  })

  it('says what was done only in its own words', () => {
    const html = renderPage(aPage, aPageContext({ said: '<b>Chuyển tiền ngay</b>' }))

    expect(html).not.toContain('Chuyển tiền')
  })
})

it('shows the figures of a chart in a table too', () => {
  const { all } = read(renderPage(aPage, aPageContext()))

  expect(all('td').map(textOf)).toContain('19')
})

describe('a masked value', () => {
  it('is not in the page until it is asked for', () => {
    const html = renderPage(aPage, aPageContext())

    expect(html).toContain('Hiện họ tên')
    expect(html).toContain('/cases/1/reveal')
  })

  it('is shown once it was asked for', () => {
    const html = renderPage(
      <Layout title="Hồ sơ">
        <Masked label="họ tên" value="Nguyễn Thị M." revealAction="/cases/1/reveal" />
      </Layout>,
      aPageContext(),
    )

    expect(html).toContain('Nguyễn Thị M.')
    expect(html).not.toContain('/cases/1/reveal')
  })
})

describe('trouble', () => {
  it('is said calmly, with an id to quote', () => {
    const { text } = read(
      renderPage(<ErrorPage kind="failure" errorId="7F3K-22QD" />, aPageContext({ actor: null })),
    )

    expect(text).toContain('Mã để báo lại: 7F3K-22QD')
  })

  it('tells when to come back', () => {
    const { text } = read(
      renderPage(<ErrorPage kind="unavailable" retryAfterSeconds={120} />, aPageContext()),
    )

    expect(text).toContain('Xin thử lại sau 2 phút.')
  })
})

it('leaves no trace of the system on a hidden page', () => {
  const page = <HiddenPage unlockHref="/lock" day="22 tháng 11, 2026" />
  const html = renderPage(page, aPageContext())

  expect(html).not.toMatch(/Bến An|Hạnh|assets|hồ sơ|chuyển gửi/i)
  expect(html).toContain('href="/lock"')
})
