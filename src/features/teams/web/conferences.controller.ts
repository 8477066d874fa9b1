import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { defaultTimeZone } from '../../../platform/clock/local-time.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { AssignTask } from '../use-cases/assign-task.js'
import { CallConference } from '../use-cases/call-conference.js'
import { ReadConference, type OneConference } from '../use-cases/read-conference.js'
import { RecordConference } from '../use-cases/record-conference.js'
import {
  CancelConferencePage,
  ConferencePage,
  DecisionPage,
  HoldPage,
  LinePage,
  NewConferencePage,
} from './conference.pages.js'
import {
  AnswerForm,
  CancelConferenceForm,
  ConferenceForm,
  dayIn,
  DecisionForm,
  HoldForm,
  instantOf,
  isDayEmpty,
  LineForm,
} from './team-forms.js'
import { teamTrouble } from './team-trouble.js'

const asCase = asId('conference.call', 'team')
const asConference = asId('conference.read', 'conference')

type Answer = Promise<Page | SeeOther>

const lineKinds = ['agenda', 'view', 'dissent'] as const
type LineKind = (typeof lineKinds)[number]

const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200)

/** Case conferences: called, answered, written down and closed. */
@Controller()
export class ConferencePages {
  constructor(
    private readonly assigning: AssignTask,
    private readonly calling: CallConference,
    private readonly reading: ReadConference,
    private readonly recording: RecordConference,
  ) {}

  @Get('cases/:id/team/conferences/new')
  @Allow('conference.call')
  askNew(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return this.newForm(actor, id, {})
  }

  @Post('cases/:id/team/conferences/new')
  @Allow('conference.call')
  async call(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(ConferenceForm, body)
    const day = dayIn(body, 'day')
    if (!form.ok || day === undefined)
      return this.newForm(actor, id, form.values, {
        ...(form.ok ? {} : form.errors),
        ...(day === undefined ? { day: 'teams.conference.day.missing' } : {}),
      })
    const { time, units, channel, place } = form.value
    const timeZone = defaultTimeZone
    try {
      const conference = await this.calling.run(actor, id, {
        startsAt: instantOf(day, time, timeZone),
        timeZone,
        channel,
        place,
        unitIds: units,
      })
      return seeOther(`/conferences/${conference}`, 'said.teams.called')
    } catch (error) {
      return this.newForm(actor, id, form.values, teamTrouble(error, 'units'))
    }
  }

  @Get('conferences/:conferenceId')
  @Allow('conference.read')
  one(@CurrentActor() actor: WorkerActor, @Param('conferenceId', asConference) id: string): Answer {
    return this.show(actor, id)
  }

  /** Where one lands by changing the language of a page that a form led to. */
  @Get('conferences/:conferenceId/answer')
  @Allow('conference.read')
  again(@Param('conferenceId', asConference) id: string): SeeOther {
    return seeOther(`/conferences/${id}`)
  }

  @Post('conferences/:conferenceId/answer')
  @Allow('conference.answer')
  async answer(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(AnswerForm, body)
    if (!form.ok) return this.show(actor, id, form.errors)
    try {
      await this.recording.answer(actor, id, form.value.answer)
    } catch (error) {
      return this.show(actor, id, teamTrouble(error, 'answer'))
    }
    return seeOther(`/conferences/${id}`, 'said.teams.answered')
  }

  @Get('conferences/:conferenceId/lines/new')
  @Allow('conference.record')
  askLine(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @Query('kind') kind: unknown,
  ): Answer {
    return this.lineForm(actor, id, lineKindOf(kind), {})
  }

  @Post('conferences/:conferenceId/lines/new')
  @Allow('conference.record')
  async addLine(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(LineForm, body)
    const kind = lineKindOf(typedText(form.values, 'kind'))
    if (!form.ok) return this.lineForm(actor, id, kind, form.values, form.errors)
    const { section, text, unit = null } = form.value
    try {
      await this.recording.add(actor, id, { kind, section, text, unitId: unit })
    } catch (error) {
      return this.lineForm(actor, id, kind, form.values, teamTrouble(error))
    }
    return seeOther(`/conferences/${id}`, 'said.teams.written')
  }

  @Get('conferences/:conferenceId/decisions/new')
  @Allow('conference.record')
  askDecision(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
  ): Answer {
    return this.decisionForm(actor, id, {})
  }

  @Post('conferences/:conferenceId/decisions/new')
  @Allow('conference.record')
  async decide(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(DecisionForm, body)
    const dueOn = dayIn(body, 'due')
    if (!form.ok || dueOn === undefined)
      return this.decisionForm(actor, id, form.values, {
        ...(form.ok ? {} : form.errors),
        ...(dueOn === undefined ? { due: 'teams.task.due.missing' } : {}),
      })
    const { section, decision, unit, kind, text } = form.value
    try {
      const task = { unitId: unit, kind, text, dueOn }
      await this.recording.decide(actor, id, { section, text: decision, task })
    } catch (error) {
      return this.decisionForm(actor, id, form.values, teamTrouble(error))
    }
    return seeOther(`/conferences/${id}`, 'said.teams.decided')
  }

  @Get('conferences/:conferenceId/hold')
  @Allow('conference.record')
  askHold(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
  ): Answer {
    return this.holdForm(actor, id)
  }

  @Post('conferences/:conferenceId/hold')
  @Allow('conference.record')
  async hold(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(HoldForm, body)
    const day = dayIn(body, 'day')
    // A next date is a day and a time, or neither.
    const dayErrors: Record<string, string> =
      day === undefined && !isDayEmpty(body, 'day') ? { day: 'teams.conference.day.missing' } : {}
    if (!form.ok)
      return this.holdForm(actor, id, form.values, version, { ...dayErrors, ...form.errors })
    const { attended, time } = form.value
    if (day === undefined && time !== undefined) dayErrors['day'] = 'teams.conference.day.missing'
    if (day !== undefined && time === undefined) dayErrors['time'] = 'teams.conference.time.missing'
    if (Object.keys(dayErrors).length > 0)
      return this.holdForm(actor, id, form.values, version, dayErrors)
    try {
      const { timeZone } = (await this.reading.run(actor, id)).conference
      const next = day === undefined || time === undefined ? null : instantOf(day, time, timeZone)
      await this.recording.hold(actor, id, version, { attended, next })
    } catch (error) {
      return this.holdForm(actor, id, form.values, version, teamTrouble(error))
    }
    return seeOther(`/conferences/${id}`, 'said.teams.held')
  }

  @Get('conferences/:conferenceId/cancel')
  @Allow('conference.record')
  askCancel(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
  ): Answer {
    return this.cancelForm(actor, id)
  }

  @Post('conferences/:conferenceId/cancel')
  @Allow('conference.record')
  async cancel(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(CancelConferenceForm, body)
    if (!form.ok) return this.cancelForm(actor, id, form.values, version, form.errors)
    try {
      await this.recording.cancel(actor, id, version, form.value.reason)
    } catch (error) {
      return this.cancelForm(actor, id, form.values, version, teamTrouble(error))
    }
    return seeOther(`/conferences/${id}`, 'said.teams.called-off')
  }

  private async newForm(
    actor: WorkerActor,
    id: string,
    values: Typed,
    errors: FieldErrors = {},
  ): Answer {
    const options = await this.assigning.options(actor, id)
    const view = { options, timeZone: defaultTimeZone, values, errors }
    return page(NewConferencePage, view, statusOf(errors))
  }

  private async show(actor: WorkerActor, id: string, errors: FieldErrors = {}): Answer {
    const one = await this.reading.run(actor, id)
    return page(ConferencePage, { one, errors }, statusOf(errors))
  }

  private lineForm(
    actor: WorkerActor,
    id: string,
    kind: LineKind,
    values: Typed,
    errors: FieldErrors = {},
  ): Answer {
    return this.whileOpen(actor, id, (one) =>
      page(LinePage, { one, kind, values, errors }, statusOf(errors)),
    )
  }

  private decisionForm(
    actor: WorkerActor,
    id: string,
    values: Typed,
    errors: FieldErrors = {},
  ): Answer {
    return this.whileOpen(actor, id, (one) =>
      page(DecisionPage, { one, values, errors }, statusOf(errors)),
    )
  }

  private holdForm(
    actor: WorkerActor,
    id: string,
    values?: Typed,
    version?: number,
    errors: FieldErrors = {},
  ): Answer {
    return this.whileOpen(actor, id, (one) => {
      const coming = one.invitees
        .filter(({ answer }) => answer === 'yes' || answer === 'substitute')
        .map(({ unitId }) => unitId)
      const view = {
        one,
        version: version ?? one.conference.version,
        values: values ?? { attended: coming },
        errors,
      }
      return page(HoldPage, view, statusOf(errors))
    })
  }

  private cancelForm(
    actor: WorkerActor,
    id: string,
    values: Typed = {},
    version?: number,
    errors: FieldErrors = {},
  ): Answer {
    return this.whileOpen(actor, id, (one) => {
      const view = { one, version: version ?? one.conference.version, values, errors }
      return page(CancelConferencePage, view, statusOf(errors))
    })
  }

  // What has ended, or is not this reader's to write, is shown instead.
  private async whileOpen(
    actor: WorkerActor,
    id: string,
    form: (one: OneConference) => Page,
  ): Answer {
    const one = await this.reading.run(actor, id)
    return one.mayRecord ? form(one) : seeOther(`/conferences/${id}`)
  }
}

const lineKindOf = (kind: unknown): LineKind => lineKinds.find((one) => one === kind) ?? 'agenda'
