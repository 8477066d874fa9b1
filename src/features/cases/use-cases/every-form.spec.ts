import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { typedOf, type Form, type FormValues } from '../../forms/index.js'
import { fullAnswers } from '../../forms/testing/full-answers.js'
import { CasesModule } from '../cases.module.js'
import { aCase } from '../testing/an-intake.js'
import { useServices } from '../testing/services.js'
import { ReadSections } from './read-sections.js'
import { RecordForm, type Given, type Recorded } from './record-form.js'
import { sectionForms } from './section-forms.js'

describe('every form', () => {
  const services = useServices(CasesModule)
  let lead: WorkerActor
  let caseId: string

  beforeAll(async () => {
    lead = await services().aWorker(await services().aUnit())
  })
  beforeEach(async () => {
    caseId = (await aCase(services(), lead)).id
  })

  const recordsOf = async ({ section, code }: Form) => {
    const read = await services().find(ReadSections).withForms(lead, caseId, section)
    return read.forms.find(({ form }) => form.code === code)?.records ?? []
  }

  // Who the person is, and the family, are there since the case was opened: there is one of each.
  const write = async (form: Form, given: Given): Promise<Recorded> => {
    const forms = services().find(RecordForm)
    const place = { caseId, section: form.section }
    const [there] = form.many ? [] : await recordsOf(form)
    return there === undefined
      ? forms.add(lead, place, form.code, given)
      : forms.change(lead, place, there.id, there.version, given)
  }

  const readBack = async (form: Form, recorded: Recorded): Promise<FormValues | undefined> => {
    if (!recorded.ok) throw new Error(`did not fit: ${JSON.stringify(recorded.errors)}`)
    return (await recordsOf(form)).find(({ id }) => id === recorded.id)?.values
  }

  const answersTo = (form: Form): FormValues =>
    fullAnswers(form, localTimeOf(services().clock.now()).date)

  it.each(sectionForms.map((form) => [form.code, form] as const))(
    '%s gives back all that was typed into its page',
    async (_, form) => {
      const answers = answersTo(form)
      const body = typedOf(form, answers)
      expect(await readBack(form, await write(form, { body }))).toEqual(answers)
    },
  )

  it.each(sectionForms.map((form) => [form.code, form] as const))(
    '%s gives back all that another system sent',
    async (_, form) => {
      const answers = answersTo(form)
      expect(await readBack(form, await write(form, { values: answers }))).toEqual(answers)
    },
  )

  it.each(sectionForms.map((form) => [form.code, form] as const))(
    '%s refuses what it does not ask, and stores nothing of it',
    async (_, form) => {
      const before = await recordsOf(form)
      const recorded = await write(form, { values: { ...answersTo(form), smuggled: 'x' } })
      expect(recorded).toMatchObject({
        ok: false,
        errors: { smuggled: 'forms.error.unknown-field' },
      })
      expect(await recordsOf(form)).toEqual(before)
    },
  )
})
