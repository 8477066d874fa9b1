import { beforeAll, describe, expect, it } from '@jest/globals'
import type { ApiClient } from '../../../test/support/api-client.js'
import { useApp } from '../../../test/support/app.js'
import type { Browser } from '../../../test/support/browser.js'
import type { TestWorker } from '../../../test/support/world.js'
import { roles } from '../../platform/access/actor.js'
import { Transactions } from '../../platform/database/transactions.js'
import { aCase } from '../cases/testing/an-intake.js'
import { FormAdditionRows } from './data/form-addition-rows.js'
import { FormsInUse } from './use-cases/forms-in-use.js'
import { DiscoveryService } from '@nestjs/core'

const app = useApp()
let admin: TestWorker
let lead: TestWorker
let adminBrowser: Browser
let adminApi: ApiClient
let browser: Browser
let api: ApiClient
let caseId: string

const services = {
  find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
    app().app.get(type, { strict: false }),
}

beforeAll(async () => {
  const unit = await app().given.aUnit('child-protection')
  admin = await app().given.aWorker(unit, ['system-admin'])
  lead = await app().given.aWorker(unit)
  adminBrowser = await app().browserOf(admin)
  adminApi = await app().apiOf(admin)
  browser = await app().browserOf(lead)
  api = await app().apiOf(lead)
  caseId = (await aCase(services, lead.actor)).id
})

const words = (text: string) => ({
  'label-vi': text,
  'label-en': `${text} en`,
  'label-fr': `${text} fr`,
})
const label = (text: string) => ({ vi: text, en: `${text} en`, fr: `${text} fr` })
const relation = (more: object) => ({
  form: 'relation',
  values: { relationType: 'mother', suspicion: 'no', ...more },
})
const records = () => `/cases/${caseId}/sections/family/records`

/** The forms as another process has them: its own memory, the same database. */
const elsewhere = () =>
  new FormsInUse(services.find(DiscoveryService), services.find(FormAdditionRows))
const fieldsIn = async (forms: FormsInUse, code: string): Promise<readonly string[]> => {
  const form = await services.find(Transactions).run(lead.actor, () => forms.one(code))
  return (form?.groups ?? []).flatMap(({ fields }) => fields.map((field) => field.code))
}

describe('what an installation adds to a form', () => {
  it('is asked, checked, described, kept and shown from then on, in every process', async () => {
    const other = elsewhere()
    expect(await fieldsIn(other, 'relation')).not.toContain('x_motorbikePlate')
    const before = (await api.get('/forms/relation')).body as { $id: string }

    const form = await adminBrowser.get('/admin/forms/relation/field')
    const added = await adminBrowser.submit(form, '/admin/forms/relation/field', {
      ...words('Biển số xe'),
      code: 'motorbikePlate',
      kind: 'text',
    })
    expect(added.path).toBe('/admin/forms/relation')
    expect(added.text).toContain('x_motorbikePlate')
    expect(added.text).toContain(admin.displayName)

    const page = await browser.get(`/cases/${caseId}/sections/family/relation`)
    expect(page.html).toContain('name="x_motorbikePlate"')
    const schema = (await api.get('/forms/relation')).body as {
      $id: string
      properties: Record<string, object>
    }
    expect(schema.properties['x_motorbikePlate']).toMatchObject({ type: 'string', 'x-added': true })
    expect(schema.$id).not.toBe(before.$id)
    expect(await fieldsIn(other, 'relation')).toContain('x_motorbikePlate')

    const tooLong = await api.post(records(), relation({ x_motorbikePlate: 'x'.repeat(201) }))
    expect(tooLong.body).toMatchObject({ errors: [{ pointer: '/values/x_motorbikePlate' }] })
    const kept = await api.post(records(), relation({ x_motorbikePlate: '43-B1 999.99' }))
    expect(kept.status).toBe(201)
    const shown = await browser.get(`/cases/${caseId}/sections`)
    expect(shown.text).toContain('Biển số xe')
    expect(shown.text).toContain('43-B1 999.99')

    // Retired: asked no longer, taken from nobody, and still said where it was written.
    await adminBrowser.submit(added, '/admin/forms/relation/field/x_motorbikePlate/retire')
    const without = await browser.get(`/cases/${caseId}/sections/family/relation`)
    expect(without.html).not.toContain('x_motorbikePlate')
    expect((await browser.get(`/cases/${caseId}/sections`)).text).toContain('43-B1 999.99')
    const { id } = kept.body as { id: string }
    const changed = await api.put(
      `${records()}/${id}`,
      { values: { ...relation({}).values, name: 'Hoa' } },
      { ifMatch: 1 },
    )
    expect(changed.body).toMatchObject({ values: { x_motorbikePlate: '43-B1 999.99' } })
  })

  it('may be a value of a list, offered until it is retired', async () => {
    const path = '/forms/relation/lists/relation-type/values'
    const added = await adminApi.post(path, { code: 'boat_owner', label: label('Chủ ghe') })
    expect(added.body).toEqual({ code: 'x_boat_owner' })
    const page = await browser.get(`/cases/${caseId}/sections/family/relation`)
    expect(page.html).toContain('value="x_boat_owner"')

    const kept = await api.post(records(), relation({ relationType: 'x_boat_owner' }))
    expect(kept.status).toBe(201)
    await adminApi.put(`${path}/x_boat_owner/retired`, { retired: true })
    const refused = await api.post(records(), relation({ relationType: 'x_boat_owner' }))
    expect(refused.status).toBe(422)
    expect((await browser.get(`/cases/${caseId}/sections`)).text).toContain('Chủ ghe')
  })

  it('may bring a list of its own, and is asked once it has values', async () => {
    const field = { code: 'boatKind', kind: 'choice', label: label('Loại ghe') }
    expect((await adminApi.post('/forms/health/fields', field)).status).toBe(201)
    const path = `/cases/${caseId}/sections/health/health`
    expect((await browser.get(path)).html).not.toContain('x_boatKind')
    await adminApi.post('/forms/health/lists/x-health-boatkind/values', {
      code: 'big',
      label: label('Lớn'),
    })
    expect((await browser.get(path)).html).toContain('name="x_boatKind"')
  })

  it('comes back with what was typed where it does not fit', async () => {
    const form = await adminBrowser.get('/admin/forms/relation/field')
    const back = await adminBrowser.submit(form, '/admin/forms/relation/field', {
      'label-vi': 'Chỉ tiếng Việt',
      code: '9 sai',
      kind: 'date',
    })
    expect(back.status).toBe(422)
    expect(back.html).toContain('href="#code"')
    expect(back.html).toContain('href="#label-fr"')
    expect(back.formTo('/admin/forms/relation/field')).toMatchObject({
      'label-vi': 'Chỉ tiếng Việt',
      code: '9 sai',
      kind: 'date',
    })
    const twice = { code: 'twice', kind: 'number', label: label('Hai lần') }
    expect((await adminApi.post('/forms/legal/fields', twice)).status).toBe(201)
    expect((await adminApi.post('/forms/legal/fields', twice)).body).toMatchObject({
      errors: [{ pointer: '/code' }],
    })
  })

  it('touches nothing that was shipped, nor lists on which rules stand', async () => {
    const value = { code: 'third', label: label('Khác') }
    expect((await adminApi.post('/forms/identity/lists/sex/values', value)).status).toBe(404)
    expect((await adminBrowser.get('/admin/forms/identity/list/sex')).status).toBe(404)
    // Lists are called by what is asked where they are chosen from, in the reader's language.
    const relation = await adminBrowser.get('/admin/forms/relation')
    expect(relation.text).not.toContain('Danh sách: relation-type')
    const retired = { retired: true }
    expect((await adminApi.put('/forms/identity/fields/name/retired', retired)).status).toBe(404)
    await expect(
      app().owner.query(
        `INSERT INTO form_field_addition (form, code, kind, label, changed_by, changed_at)
         VALUES ('legal', 'x_twice', 'text', '{}', $1, now())`,
        [admin.id],
      ),
    ).rejects.toThrow('another meaning')
  })

  it('leaves a trace, and is done by nobody but who runs the installation', async () => {
    const { rows } = await app().owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'form.extend' AND actor_id = $1
          AND outcome = 'done'`,
      [admin.id],
    )
    expect(rows[0]?.n).toBeGreaterThan(3)

    const field = { code: 'mine', kind: 'text', label: label('Của tôi') }
    const unit = await app().given.aUnit('police')
    for (const role of roles.filter((one) => one !== 'system-admin')) {
      const worker = await app().given.aWorker(unit, [role])
      const client = await app().apiOf(worker)
      expect((await client.post('/forms/legal/fields', field)).status).toBe(404)
      expect((await client.get('/forms')).status).toBe(200)
      const pages = await app().browserOf(worker)
      for (const path of ['', '/legal', '/legal/field', '/relation/list/relation-type'])
        expect((await pages.get(`/admin/forms${path}`)).status).toBe(404)
    }
  })

  it('opens no case to who runs the installation', async () => {
    for (const path of ['', '/sections', '/sections/family', '/sections/family/relation'])
      expect((await adminBrowser.get(`/cases/${caseId}${path}`)).status).toBe(404)
    expect((await adminApi.get(records())).status).toBe(404)
  })
})
