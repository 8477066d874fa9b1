import { describe, expect, it } from '@jest/globals'
import { renderToString } from 'preact-render-to-string'
import type { Typed } from '../../../platform/web/form.js'
import { pageContext, PageProvider } from '../../../ui/page-context.js'
import { aForm } from '../testing/a-form.js'
import type { Form } from '../domain/form.js'
import { FormFields, formComplaints, placesOf } from './form-fields.js'

const context = pageContext({
  locale: 'en',
  csrfToken: '',
  path: '/',
  actor: null,
  nav: [],
  unread: 0,
  assets: { url: (name: string) => name } as never,
  demo: false,
})

const shown = (
  values: Typed = {},
  complaints: Readonly<Record<string, string>> = {},
  form: Form = aForm,
): string =>
  renderToString(
    <PageProvider value={context}>
      <FormFields form={form} values={values} complaints={complaints} />
    </PageProvider>,
  )

describe('the fields of a form', () => {
  it('ask in the language of the reader, and nothing that was retired', () => {
    const html = shown()
    expect(html).toContain('Tên phiên (en)')
    expect(html).not.toContain('Thẩm phán')
    expect(html).not.toContain('value="old"')
  })

  it('put what depends on an answer under it', () => {
    const html = shown()
    expect(html).toMatch(/id="closed"[^>]*data-aria-controls="conditional-closed"/)
    expect(html.indexOf('name="why"')).toBeGreaterThan(html.indexOf('id="conditional-closed"'))
  })

  it('say the condition in words where it depends on something further up', () => {
    const far = {
      ...aForm,
      groups: [
        {
          fields: [
            ...(aForm.groups[0]?.fields ?? []),
            {
              code: 'late',
              kind: 'text',
              label: aForm.title,
              when: { field: 'court', is: ['first', 'appeal'] },
            } as const,
          ],
        },
      ],
    }
    expect(shown({}, {}, far)).toContain(
      'Answer only if “Cấp xét xử (en)” is “Sơ thẩm (en)” / “Phúc thẩm (en)”.',
    )
  })

  it('keep what was typed, offer what was chosen before, and let go of an answer', () => {
    const html = shown({ title: '<b>', court: 'old', closed: 'yes', 'heldOn-day': '31' })
    expect(html).toContain('value="&lt;b>"')
    expect(html).toMatch(/value="old"[^>]*checked/)
    expect(html).toMatch(/name="closed" type="radio" value\/>/)
    expect(html).toMatch(/name="heldOn-day"[^>]*value="31"/)
    expect(shown()).not.toMatch(/name="closed" type="radio" value\/>/)
  })

  it('say at the field and in the summary what does not fit, and about which question', () => {
    const complaints = formComplaints(aForm, { heldOn: 'forms.error.date' }, context)
    expect(complaints).toEqual({
      heldOn: 'Ngày xử (en) – Please write a real date, such as 27 3 2026',
    })
    expect(shown({}, complaints)).toContain('id="heldOn-error"')
    expect(placesOf(aForm)).toContain('heldOn-day')
  })

  it('choose from a select where there is much to choose from', () => {
    const values = Array.from({ length: 8 }, (_, at) => ({ code: `c${at}`, label: aForm.title }))
    const long = {
      ...aForm,
      groups: [
        {
          fields: [
            {
              code: 'one',
              kind: 'choice',
              label: aForm.title,
              list: { code: 'l', values },
            } as const,
          ],
        },
      ],
    }
    expect(shown({ one: 'c3' }, {}, long)).toMatch(/<option[^>]*value="c3"[^>]*selected/)
  })

  it('fold what would be a long way down a phone, but nothing that was ticked or is complained of', () => {
    const values = Array.from({ length: 16 }, (_, at) => ({
      code: `c${at}`,
      label: aForm.title,
    }))
    const many: Form = {
      ...aForm,
      groups: [
        {
          fields: [
            { code: 'many', kind: 'choices', label: aForm.title, list: { code: 'many', values } },
          ],
        },
      ],
    }
    expect(shown({}, {}, many)).toMatch(/<details(?![^>]*\bopen\b)/)
    expect(shown({ many: ['c3'] }, {}, many)).toMatch(/<details[^>]*\bopen\b/)
    expect(shown({}, { many: 'x' }, many)).toMatch(/<details[^>]*\bopen\b/)
    expect(shown()).not.toContain('<details')
  })
})
