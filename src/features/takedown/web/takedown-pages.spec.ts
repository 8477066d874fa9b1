import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { TestWorker } from '../../../../test/support/world.js'
import { girlsName } from '../../referrals/testing/referral.builder.js'
import { useTeams, type JointCase, type TeamWorld } from '../../teams/testing/use-teams.js'

const address = 'https://zalo.example/thuyen-dem/anh-1'

describe('the pages of takedown and preservation', () => {
  const teams = useTeams()
  let given: TeamWorld
  let joint: JointCase
  let path: string

  beforeAll(() => {
    given = teams()
  })
  beforeEach(async () => {
    joint = await given.aJointCase()
    path = `/cases/${joint.caseId}/takedown`
  })

  const browserOf = (who: TestWorker) => given.world.test.browserOf(who)
  const fields = (changes: Record<string, string> = {}) => ({
    kind: 'url',
    targets: address,
    platform: 'zalo',
    age: 'yes',
    asker: 'unit',
    ...changes,
  })
  const noted = async (changes: Record<string, string> = {}) => {
    const lead = await browserOf(joint.lead)
    return lead.submit(await lead.get(`${path}/new`), path, fields(changes))
  }

  it('lead from noting to removed', async () => {
    const lead = await browserOf(joint.lead)
    const one = await noted()
    expect(one.path).toMatch(/takedown\/[\w-]{36}$/)
    const step = async (name: string, given: Record<string, string>, state: string) => {
      const form = await lead.get(`${one.path}/${name}`)
      const after = await lead.submit(form, `${one.path}/${name}`, given)
      expect([name, after.status, after.path]).toEqual([name, 200, one.path])
      expect(after.text).toContain(state)
    }
    await step('preserve', { basis: 'hanoi_25' }, 'Lưu giữ đến hết ngày')
    await step('request', { bases: 'hanoi_34_6' }, 'Đã yêu cầu')
    await step('acknowledge', { reference: 'Z-77' }, 'Z-77')
    await step('remove', {}, 'Đã gỡ bỏ')
    const list = await lead.get(path)
    expect(list.text).toContain('Đã gỡ bỏ')
  })

  it('offer one step before the others, and keep the number in one piece', async () => {
    const lead = await browserOf(joint.lead)
    const one = await noted()
    await lead.submit(await lead.get(`${one.path}/preserve`), `${one.path}/preserve`, {
      basis: 'hanoi_25',
    })
    await lead.submit(await lead.get(`${one.path}/request`), `${one.path}/request`, {
      bases: 'hanoi_34_6',
    })
    const { html } = await lead.get(one.path)
    const offered = [...html.matchAll(/href="[^"]*\/([a-z]+)"[^>]*class="(govuk-button[^"]*)"/g)]
    expect(offered.map(([, step]) => step)).toEqual(
      expect.arrayContaining(['acknowledge', 'remove', 'refuse']),
    )
    expect(
      offered.filter(([, , look = '']) => !look.includes('secondary')).map(([, step]) => step),
    ).toEqual(['acknowledge'])
    const number = /<span class="ba-nowrap">GB-\d\d-\d{5}<\/span>/
    expect(html).toMatch(new RegExp(`<h1>[^<]*${number.source}`))
    const timeline = `/cases/${joint.caseId}/timeline`
    for (const page of [timeline, `${timeline}/print`, `${one.path}/letter`])
      expect([page, number.test((await lead.get(page)).html)]).toEqual([page, true])
  })

  it('never make a link of an address, and show it as it is only to who asks', async () => {
    const lead = await browserOf(joint.lead)
    const one = await noted()
    for (const page of [path, one.path, `${one.path}/request`, `/cases/${joint.caseId}/timeline`]) {
      const { html } = await lead.get(page)
      expect([page, html.includes('zalo.example')]).toEqual([page, false])
    }
    expect((await lead.get(path)).text).toContain('hxxps://zalo[.]example/thuyen-dem/anh-1')
    const shown = await lead.submit(await lead.get(one.path), `${one.path}/address`)
    expect(shown.html).toContain(address)
    expect(shown.html).not.toContain(`href="${address}`)
    expect((await lead.get(`${one.path}/address`)).html).not.toContain(address)
  })

  it('come back with what was typed, and name each line that does not fit', async () => {
    const lead = await browserOf(joint.lead)
    const form = await lead.get(`${path}/new`)
    const targets = `${address}\nkhông phải địa chỉ\n${address}`
    const back = await lead.submit(form, path, fields({ targets }))
    expect(back.status).toBe(422)
    expect(back.text).toContain('Dòng 2: không phải địa chỉ')
    expect(back.text).toContain('Dòng 3: trùng')
    expect(back.formTo(path)).toMatchObject({ targets, platform: 'zalo', asker: 'unit' })
    for (const [bad, complaint] of [
      [{ targets: '' }, 'Hãy ghi ít nhất một'],
      [{ platform: '' }, 'Hãy chọn nền tảng'],
      [{ platform: 'other' }, 'Hãy ghi tên nền tảng'],
      [{ asker: 'person_stopncii' }, 'StopNCII chỉ nhận hình từ 18 tuổi'],
      [{ kind: 'md5' }, 'Dòng 1: không phải địa chỉ hoặc mã băm'],
    ] as const) {
      const refused = await lead.submit(form, path, fields(bad))
      expect([complaint, refused.status]).toEqual([complaint, 422])
      expect(refused.text).toContain(complaint)
    }
    expect((await lead.get(path)).text).toContain('Chưa ghi nội dung nào')
  })

  it('tell what is noted already, and do a deed that is sent twice once', async () => {
    const lead = await browserOf(joint.lead)
    const form = await lead.get(`${path}/new`)
    for (let sent = 0; sent < 2; sent += 1)
      expect((await lead.submit(form, path, fields())).status).toBe(200)
    const again = await noted({ targets: `https://zalo.example/2\n${address}` })
    expect(again.status).toBe(422)
    expect(again.text).toMatch(/đã ghi nội dung ở dòng: 2 \(GB-\d\d-\d{5}\)/)
  })

  it('warn before removal where police are at work, until it is kept or said to be urgent', async () => {
    await given.police(joint)
    const lead = await browserOf(joint.lead)
    const one = await noted()
    expect(one.text).toContain('Công an đang tham gia')
    const form = await lead.get(`${one.path}/request`)
    const refused = await lead.submit(form, `${one.path}/request`, { bases: 'hanoi_34_6' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Chưa lưu giữ chứng cứ')
    const urgent = await lead.submit(refused, `${one.path}/request`, { unpreserved: 'yes' })
    expect(urgent.status).toBe(200)
    expect(urgent.text).toContain('Đã yêu cầu gỡ bỏ khi chưa lưu giữ')
  })

  it('complain about each step that lacks something, and refuse an old version', async () => {
    const lead = await browserOf(joint.lead)
    const one = await noted()
    const form = await lead.get(`${one.path}/request`)
    const back = await lead.submit(form, `${one.path}/request`, { 'on-day': '31', 'on-month': '2' })
    expect(back.status).toBe(422)
    expect(back.text).toContain('Hãy chọn căn cứ')
    expect(back.text).toContain('Hãy ghi một ngày có thật')
    const wrong = await lead.submit(await lead.get(`${one.path}/error`), `${one.path}/error`)
    expect([wrong.status, wrong.text.includes('Hãy chọn lý do')]).toEqual([422, true])
    const past = await lead.submit(await lead.get(`${one.path}/preserve`), `${one.path}/preserve`, {
      'until-year': '2001',
    })
    expect([past.status, past.text.includes('Hãy ghi một ngày sắp tới')]).toEqual([422, true])
    const old = await lead.get(`${one.path}/error`)
    await lead.submit(form, `${one.path}/request`, { bases: 'national_law' })
    const stale = await lead.submit(old, `${one.path}/error`, { reason: 'duplicate' })
    expect(stale.status).toBe(412)
    expect((await lead.get(`${one.path}/shoes`)).status).toBe(404)
  })

  it('write a letter of what the platform needs: neither the case nor the person', async () => {
    const lead = await browserOf(joint.lead)
    const one = await noted()
    for (const [language, words] of [
      ['vi', 'Kính gửi: Zalo'],
      ['en', 'Please remove the content'],
      ['fr', 'Merci de retirer le contenu'],
    ] as const) {
      const { html, text } = await lead.get(`${one.path}/letter?for=both&language=${language}`)
      const paper = html.slice(html.indexOf('ba-paper'))
      expect(text).toContain(words)
      expect(paper).toContain(address)
      expect(paper).toContain(joint.lead.unit.name)
      expect(paper).toMatch(/GB-\d\d-\d{5}/)
      for (const secret of [girlsName, 'BA-20', '0905 000', joint.lead.displayName])
        expect([secret, paper.includes(secret)]).toEqual([secret, false])
      expect(/<title>(.*)<\/title>/.exec(html)?.[1]).not.toMatch(/BA-|zalo/)
    }
  })

  it('are 404 for who does not see incidents; who only reads is offered no step', async () => {
    const one = await noted()
    const womens = await given.joined(joint, 'womens-services', ['services'])
    const outside = await browserOf(womens.worker)
    for (const page of [path, `${path}/new`, one.path, `${one.path}/letter`, `${one.path}/request`])
      expect([page, (await outside.get(page)).status]).toEqual([page, 404])
    const { worker } = await given.police(joint)
    const police = await browserOf(worker)
    const read = await police.get(one.path)
    expect([read.status, read.html.includes('/request')]).toEqual([200, false])
    for (const page of [`${path}/new`, `${one.path}/letter`, `${one.path}/request`])
      expect([page, (await police.get(page)).status]).toEqual([page, 404])
  })

  it('have the same over the API', async () => {
    const api = await given.world.test.apiOf(joint.lead)
    const base = `/cases/${joint.caseId}/takedowns`
    const note = {
      kind: 'url',
      targets: [address, 'https://zalo.example/2'],
      platform: 'zalo',
      askedBy: 'unit',
      takenUnder18: 'unknown',
    }
    const bad = await api.post(base, { ...note, targets: [address, 'không'] })
    expect([bad.status, JSON.stringify(bad.body).includes('/targets/1')]).toEqual([422, true])
    const noted = await api.post(base, note)
    expect(noted.status).toBe(201)
    const [first] = (noted.body as { items: { id: string }[] }).items
    const id = first?.id ?? ''
    expect((await api.get(`${base}/${id}`)).body).toMatchObject({
      shown: 'hxxps://zalo[.]example/thuyen-dem/anh-1',
      state: 'noted',
    })
    expect((await api.get(`${base}/${id}/address`)).body).toEqual({ target: address })
    const move = (to: string, more: object, ifMatch: number) =>
      api.post(`${base}/${id}/move`, { to, ...more }, { ifMatch })
    expect((await move('requested', {}, 1)).status).toBe(422)
    expect((await move('removed', {}, 1)).status).toBe(409)
    expect((await move('requested', { bases: ['hanoi_34_6'] }, 1)).body).toMatchObject({
      state: 'requested',
    })
    expect((await move('removed', {}, 1)).status).toBe(412)
    const kept = await api.post(
      `${base}/${id}/preserve`,
      { basis: 'hanoi_42', until: '2027-01-31' },
      { ifMatch: 2 },
    )
    expect(kept.status).toBe(200)
    expect(((await api.get(base)).body as { items: unknown[] }).items).toHaveLength(2)
  })
})
