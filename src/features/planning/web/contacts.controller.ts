import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { zonedTime } from '../../../platform/clock/local-time.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import type { FieldErrors } from '../../cases/index.js'
import { AgainstSafeContact } from '../domain/planning.errors.js'
import { ContactLog } from '../use-cases/contact-log.js'
import { ContactsPage, NewContactPage, StrikeContactPage } from './contacts.pages.js'
import { planPath } from './planning-frame.js'
import { planningTrouble } from './planning-trouble.js'
import { ContactForm, dayIn } from './planning.forms.js'

const asCase = asId('planning.read', 'case')
const asEntry = asId('planning.change', 'contact')

type Answer = Promise<Page | SeeOther>

/** Contacts with the person, and attempts. */
@Controller('cases/:id/plan/contacts')
export class ContactPages {
  constructor(
    private readonly contacts: ContactLog,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('planning.read')
  async all(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query('after') asked: unknown,
  ): Answer {
    const after = typeof asked === 'string' && asked !== '' ? asked : undefined
    const { next, ...view } = await this.contacts.ofCase(actor, id, { after })
    const path = `${planPath(id)}/contacts`
    return page(ContactsPage, {
      ...view,
      firstHref: after === undefined ? undefined : path,
      nextHref: next === null ? undefined : `${path}?after=${next}`,
    })
  }

  @Get('new')
  @Allow('planning.change')
  ask(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return this.form(actor, id, { when: 'now' })
  }

  @Post('new')
  @Allow('planning.change')
  async log(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(ContactForm, body)
    const at = this.instantIn(body, form.ok ? form.value : null)
    const errors = { ...(form.ok ? whatIsMissing(form.value) : form.errors), ...at.errors }
    if (!form.ok || at.instant === null || Object.keys(errors).length > 0)
      return this.form(actor, id, form.values, errors)
    const fromPerson = form.value.by === 'person'
    try {
      await this.contacts.log(actor, id, {
        at: at.instant,
        channel: form.value.channel,
        withRole: fromPerson ? 'person' : (form.value.with ?? 'person'),
        fromPerson,
        reached: fromPerson || form.value.reached === 'yes',
        wasSafe: form.value.safe,
        note: form.value.note ?? null,
        knowsRules: form.value.knows === 'yes',
      })
    } catch (error) {
      const mustKnow = error instanceof AgainstSafeContact
      return this.form(actor, id, form.values, planningTrouble(error), mustKnow)
    }
    return seeOther(planPath(id), 'said.planning.contact-logged')
  }

  @Get(':entryId/strike')
  @Allow('planning.change')
  async askStrike(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('entryId', asEntry) entryId: string,
  ): Answer {
    const { row, safeContact } = await this.contacts.before(actor, id)
    return page(StrikeContactPage, { row, safeContact, entryId })
  }

  @Post(':entryId/strike')
  @Allow('planning.change')
  async strike(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('entryId', asEntry) entryId: string,
  ): Answer {
    await this.contacts.strike(actor, id, entryId)
    return seeOther(`${planPath(id)}/contacts`, 'said.planning.contact-struck')
  }

  private async form(
    actor: WorkerActor,
    id: string,
    values: Typed,
    errors: FieldErrors = {},
    mustKnow = typedText(values, 'knows') === 'yes',
  ): Answer {
    const before = await this.contacts.before(actor, id)
    const status = Object.keys(errors).length > 0 ? 422 : 200
    return page(NewContactPage, { ...before, values, errors, mustKnow }, status)
  }

  private instantIn(
    body: unknown,
    form: ContactForm | null,
  ): { readonly instant: Date | null; readonly errors: FieldErrors } {
    if (form?.when !== 'earlier') return { instant: this.clock.now(), errors: {} }
    const day = dayIn(body, 'day')
    const errors: FieldErrors = {
      ...(day === null || day === false ? { day: 'planning.contact.day.missing' } : {}),
      ...(form.time === undefined ? { time: 'planning.contact.time.missing' } : {}),
    }
    return day === null || day === false || form.time === undefined
      ? { instant: null, errors }
      : { instant: zonedTime(day, form.time), errors }
  }
}

// What only who got in touch herself needs not say.
const whatIsMissing = ({ by, with: role, reached }: ContactForm): FieldErrors =>
  by === 'person'
    ? {}
    : {
        ...(role === undefined ? { with: 'planning.contact.with.missing' } : {}),
        ...(reached === undefined ? { reached: 'planning.contact.reached.missing' } : {}),
      }
