import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { aCase } from '../../src/features/cases/testing/an-intake.js'
import { ReadSections } from '../../src/features/cases/use-cases/read-sections.js'
import { sectionForms } from '../../src/features/cases/use-cases/section-forms.js'
import { fieldsOf, typedOf, type Field, type Form } from '../../src/features/forms/index.js'
import { fullAnswers } from '../../src/features/forms/testing/full-answers.js'
import { localTimeOf } from '../../src/platform/clock/local-time.js'
import type { Typed } from '../../src/platform/web/form.js'
import { useApp } from '../support/app.js'
import type { Browser, Shown } from '../support/browser.js'
import { testPassword, type TestWorker } from '../support/world.js'

/** What somebody types who is in a hurry, and the field that does not fit. */
interface Slip {
  readonly field: string
  readonly typed: Typed
}

const dateOf = ({ code }: Field): Slip => ({
  field: `${code}-day`,
  typed: { [`${code}-day`]: '31', [`${code}-month`]: '2', [`${code}-year`]: '2026' },
})

/** A slip that every form allows: a day there is not, or a text without end. */
const slipIn = (form: Form): Slip => {
  const open = fieldsOf(form).filter(({ when }) => when === undefined)
  const date = open.find(({ kind }) => kind === 'date')
  if (date !== undefined) return dateOf(date)
  const text = open.find(({ kind }) => kind === 'long-text' || kind === 'text')
  if (text === undefined) throw new Error(`${form.code} asks for no day and no text`)
  return { field: text.code, typed: { [text.code]: 'a'.repeat(20_001) } }
}

describe('every form of a case', () => {
  const app = useApp()
  let lead: TestWorker
  let browser: Browser
  let caseId: string

  const services = {
    find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
      app().app.get(type, { strict: false }),
  }

  beforeAll(async () => {
    lead = await app().given.aWorker(await app().given.aUnit('child-protection'))
  })
  beforeEach(async () => {
    caseId = (await aCase(services, lead.actor)).id
    browser = await app().browserOf(lead)
  })

  const recordsOf = async ({ code, section }: Form) => {
    const read = await services.find(ReadSections).withForms(lead.actor, caseId, section)
    return read.forms.find(({ form }) => form.code === code)?.records ?? []
  }
  const answersTo = (form: Form) => fullAnswers(form, localTimeOf(new Date()).date)
  /** The page on which it is filled in: where one is there already, that one. */
  const open = (form: Form): Promise<Shown> =>
    browser.get(`/cases/${caseId}/sections/${form.section}/${form.code}`)
  const send = (shown: Shown, typed: Typed): Promise<Shown> =>
    browser.submit(shown, shown.path, typed)
  const forms = sectionForms.map((form): [string, Form] => [form.code, form])

  it.each(forms)('%s keeps what was typed beside what does not fit', async (_, form) => {
    const before = await recordsOf(form)
    const slip = slipIn(form)
    const typed = { ...typedOf(form, answersTo(form)), ...slip.typed }

    const back = await send(await open(form), typed)

    expect(back.status).toBe(422)
    expect(back.html).toContain(`href="#${slip.field}"`)
    expect(back.formTo(back.path)).toMatchObject(typed)
    expect(await recordsOf(form)).toEqual(before)
  })

  it.each(forms)('%s sent twice is written once', async (_, form) => {
    const before = await recordsOf(form)
    const shown = await open(form)
    const typed = typedOf(form, answersTo(form))

    const [once, twice] = [await send(shown, typed), await send(shown, typed)]

    expect([once.status, twice.status, twice.path]).toEqual([200, 200, once.path])
    const after = await recordsOf(form)
    expect(after).toHaveLength(Math.max(1, before.length + (form.many ? 1 : 0)))
    const added = after.find(({ id }) => !before.some((one) => one.id === id))
    if (added === undefined) expect(after[0]?.version).toBe((before[0]?.version ?? 0) + 1)
    else expect(added.version).toBe(1)
  })

  it.each(forms)('%s sent late stays with who typed it', async (_, form) => {
    const typed = typedOf(form, answersTo(form))
    const before = await recordsOf(form)
    await send(await open(form), typed)
    const after = await recordsOf(form)
    const record = after.find(({ id }) => !before.some((one) => one.id === id)) ?? after[0]
    const path = `/cases/${caseId}/sections/${form.section}/records/${record?.id ?? ''}`
    const mine = await browser.get(path)
    await browser.submit(await browser.get(path), path)

    const late = await browser.submit(mine, path, { ...typed, _idempotency: randomUUID() })

    expect(late.status).toBe(412)
    const goOn = /href="([^"]+draft=[^"]+)"/.exec(late.html)?.[1] ?? ''
    expect((await browser.get(goOn)).formTo(path)).toMatchObject(typed)
  })

  it.each(forms)('%s goes on after a session that ran out meanwhile', async (_, form) => {
    const before = await recordsOf(form)
    const shown = await open(form)
    await app().owner.query(
      `UPDATE session SET expires_at = now() - interval '2 hours' WHERE worker_id = $1`,
      [lead.id],
    )

    const door = await send(shown, typedOf(form, answersTo(form)))
    expect(door.path).toMatch(/^\/sign-in\?held=/)
    expect(await recordsOf(form)).toEqual(before)
    await browser.submit(door, '/sign-in', { login: lead.login, password: testPassword })

    const after = await recordsOf(form)
    expect(after.map(({ values }) => values)).toContainEqual(answersTo(form))
  })
})
