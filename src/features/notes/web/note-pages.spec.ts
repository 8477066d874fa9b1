import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { TestWorker } from '../../../../test/support/world.js'
import { girlsName } from '../../referrals/testing/referral.builder.js'
import { useTeams, type JointCase, type TeamWorld } from '../../teams/testing/use-teams.js'

describe('the pages of notes and of the timeline', () => {
  const teams = useTeams()
  let given: TeamWorld
  let joint: JointCase
  let path: string

  beforeAll(() => {
    given = teams()
  })
  beforeEach(async () => {
    joint = await given.aJointCase()
    path = `/cases/${joint.caseId}`
  })

  const browserOf = (who: TestWorker) => given.world.test.browserOf(who)
  const written = async (text: string, section = 'services') => {
    const lead = await browserOf(joint.lead)
    const form = await lead.get(`${path}/notes/new`)
    return lead.submit(form, `${path}/notes`, { section, text })
  }

  it('lead from the timeline to the form and back, where the note stands', async () => {
    const lead = await browserOf(joint.lead)
    expect((await lead.get(`${path}/timeline`)).html).toContain(`${path}/notes/new`)
    const form = await lead.get(`${path}/notes/new`)
    // This moment, and the section a unit of this sector mostly writes in.
    expect(form.formTo(`${path}/notes`)).toMatchObject({ section: 'services' })
    const after = await lead.submit(form, `${path}/notes`, { text: 'Đã gặp nhà trường' })
    expect([after.status, after.path]).toEqual([200, `${path}/timeline`])
    expect(after.text).toContain('Đã gặp nhà trường')
    expect((await lead.get(`${path}/notes`)).path).toBe(`${path}/timeline?kind=note`)
  })

  it('come back with what was typed where something does not fit', async () => {
    const lead = await browserOf(joint.lead)
    const form = await lead.get(`${path}/notes/new`)
    for (const [bad, complaint] of [
      [{ text: '' }, 'Hãy viết nội dung ghi chú'],
      [{ 'happened-day': '31', 'happened-month': '2' }, 'Hãy ghi một ngày có thật'],
      [{ 'happened-year': '2999' }, 'Hãy ghi một thời điểm đã qua'],
      [{ time: '25:00' }, 'Hãy ghi giờ như 14:30'],
      [{ section: 'shoes' }, 'Hãy chọn phần của hồ sơ'],
    ] as const) {
      const back = await lead.submit(form, `${path}/notes`, { text: 'Giữ lời này', ...bad })
      expect([complaint, back.status]).toEqual([complaint, 422])
      expect(back.text).toContain(complaint)
      const kept = 'section' in bad ? {} : bad
      expect(back.formTo(`${path}/notes`)).toMatchObject({ text: 'Giữ lời này', ...kept })
    }
    expect((await lead.get(`${path}/timeline`)).text).not.toContain('Giữ lời này')
  })

  it('do the deed once, however often the form is sent', async () => {
    const lead = await browserOf(joint.lead)
    const form = await lead.get(`${path}/notes/new`)
    for (let sent = 0; sent < 2; sent += 1)
      await lead.submit(form, `${path}/notes`, { text: 'Chỉ một lần' })
    const { html } = await lead.get(`${path}/timeline?kind=note`)
    expect(html.split('Chỉ một lần')).toHaveLength(2)
  })

  it('show a correction beside what stood there, and refuse an old version', async () => {
    const lead = await browserOf(joint.lead)
    const timeline = await written('Gặp lúc 14 giờ')
    const note = /\/cases\/[\w-]+\/notes\/[\w-]{36}/.exec(timeline.html)?.[0] ?? ''
    const [shown, old] = [await lead.get(note), await lead.get(note)]
    const empty = await lead.submit(shown, `${note}/correct`, { text: '' })
    expect([empty.status, empty.text.includes('Hãy viết nội dung')]).toEqual([422, true])
    const corrected = await lead.submit(shown, `${note}/correct`, { text: 'Gặp lúc 15 giờ' })
    expect(corrected.text).toContain('Gặp lúc 15 giờ')
    expect(corrected.text).toContain('Gặp lúc 14 giờ')
    expect((await lead.submit(old, `${note}/correct`, { text: 'Gặp lúc 16 giờ' })).status).toBe(412)
    expect((await lead.get(`${path}/timeline`)).text).toContain('đã sửa')
  })

  it('hide what was entered in error, with its reason in sight', async () => {
    const lead = await browserOf(joint.lead)
    const { worker } = await given.police(joint)
    const timeline = await written('Tạm lánh ở nhà số 7', 'legal')
    const note = /\/cases\/[\w-]+\/notes\/[\w-]{36}/.exec(timeline.html)?.[0] ?? ''
    const shown = await lead.get(note)
    const none = await lead.submit(shown, `${note}/enter-in-error`)
    expect([none.status, none.text.includes('Hãy chọn lý do')]).toEqual([422, true])
    await lead.submit(shown, `${note}/enter-in-error`, { reason: 'wrong_section' })
    expect((await lead.get(`${path}/timeline`)).text).toContain('Nhầm phần của hồ sơ')
    const police = await browserOf(worker)
    for (const page of [`${path}/timeline`, note]) {
      const { status, text } = await police.get(page)
      expect([status, text.includes('nhà số 7')]).toEqual([200, false])
    }
  })

  it('are narrowed and searched by their address, with a chip for each filter', async () => {
    const lead = await browserOf(joint.lead)
    await written('Gặp cô giáo Đào')
    await written('Khám mắt', 'health')
    const found = await lead.get(`${path}/timeline?q=co+giao&kind=note&section=services`)
    expect(found.text).toContain('Gặp cô giáo Đào')
    expect(found.text).not.toContain('Khám mắt')
    expect(found.html.split('class="ba-chip"')).toHaveLength(4)
    const none = await lead.get(`${path}/timeline?q=${'x'.repeat(500)}&kind=nothing`)
    expect([none.status, none.text.includes('Không có gì để hiện')]).toEqual([200, true])
    expect((await lead.get(`${path}/timeline?after=nothing`)).status).toBe(422)
  })

  it('print without a name in title or header, with who printed it', async () => {
    const lead = await browserOf(joint.lead)
    await written('Thăm nhà lần đầu')
    const { html, text, headers } = await lead.get(`${path}/timeline/print?kind=note`)
    expect(text).toContain('Thăm nhà lần đầu')
    expect(text).toContain(`In bởi ${joint.lead.displayName}`)
    expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toMatch(/BA-\d{4}-\d{6}/)
    expect(html).not.toContain(girlsName)
    expect(headers['cache-control']).toContain('no-store')
  })

  it('are 404 for who sees nothing of the case, and offer no pen to who may not write', async () => {
    const { worker, colleague } = await given.police(joint)
    const stranger = await browserOf(colleague)
    for (const page of ['timeline', 'timeline/print', 'notes/new'])
      expect((await stranger.get(`${path}/${page}`)).status).toBe(404)
    const police = await browserOf(worker)
    const timeline = await police.get(`${path}/timeline`)
    expect([timeline.status, timeline.html.includes('/notes/new')]).toEqual([200, false])
    expect((await police.get(`${path}/notes/new`)).status).toBe(404)
  })

  it('have the same over the API: written, read, corrected, and by version', async () => {
    const api = await given.world.test.apiOf(joint.lead)
    const written = await api.post(`${path}/notes`, {
      section: 'services',
      happenedAt: new Date(Date.now() - 60_000).toISOString(),
      text: 'Qua máy',
    })
    expect(written.status).toBe(201)
    const { id } = written.body as { id: string }
    const stale = await api.post(`${path}/notes/${id}/correct`, { text: 'x' }, { ifMatch: 7 })
    expect(stale.status).toBe(412)
    const corrected = await api.post(`${path}/notes/${id}/correct`, { text: 'Sửa' }, { ifMatch: 1 })
    expect(corrected.body).toMatchObject({
      text: 'Sửa',
      texts: [{ text: 'Sửa' }, { text: 'Qua máy' }],
    })
    const timeline = await api.get(`${path}/timeline?kind=note&q=sua`)
    expect(timeline.body).toMatchObject({ items: [{ kind: 'note', text: 'Sửa' }], next: null })
    const future = await api.post(`${path}/notes`, {
      section: 'services',
      happenedAt: '2999-01-01T00:00:00Z',
      text: 'x',
    })
    expect(future.status).toBe(422)
  })
})
