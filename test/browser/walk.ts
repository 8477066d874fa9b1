import { randomUUID } from 'node:crypto'
import { ClosedRoutes } from '../../src/platform/web/closed-routes.js'
import type { TestApp } from '../support/app.js'
import { linksOn } from './page-checks.js'
import type { Person } from './person.js'

/** Somebody of the demo, and where they start. */
export interface Reader {
  readonly login: string
  readonly starts: readonly string[]
}

/** Between them they may open every page there is. */
export const readers: readonly Reader[] = [
  {
    login: 'khue',
    starts: [
      '/',
      '/teams',
      '/tasks',
      '/referrals?direction=in',
      '/help',
      '/accessibility',
      '/transfers?direction=in',
      '/transfers/asks',
      '/cases/filters',
      '/cases/search',
    ],
  },
  { login: 'sam', starts: ['/referrals?direction=out', '/transfers?direction=out'] },
  // Of the same unit: one of the two offers a case to another.
  { login: 'lieu', starts: [] },
  { login: 'bach', starts: [] },
  // Has asked a unit that does not use the service.
  { login: 'thach', starts: [] },
  {
    login: 'diep',
    starts: [
      '/cases?scope=unit',
      '/reports',
      '/approvals',
      '/approvals/cases',
      '/approvals/rules',
      '/reviews',
      '/escalations?list=out',
      '/conduct/unit',
    ],
  },
  { login: 'thuy', starts: ['/reports/area', '/escalations'] },
  { login: 'xuyen', starts: ['/audit'] },
  // Has taken in people who came back together.
  { login: 'tam', starts: ['/groups'] },
  // Looks at what other units share without consent.
  { login: 'loc', starts: ['/reviews'] },
  // Watches what could not be delivered.
  {
    login: 'thien',
    starts: [
      '/admin/dead-letters',
      '/admin/forms',
      '/admin/forms/relation/list/relation-type',
      '/admin/places',
    ],
  },
]

// Asked for by machines; shown to those not signed in; or leading on to another page.
const noPages = [
  '/live',
  '/ready',
  '/notifications/unread-count',
  '/notifications/stream',
  '/places/names',
  '/sign-in',
  '/lock',
  '/hide',
  '/blank',
  '/cases/:id/name',
  '/cases/:id/notes',
  '/cases/:id/notes/:noteId/:deed',
  '/cases/:id/takedown/:takedownId/address',
  '/cases/:id/papers/:paperId/file',
  '/cases/new/:intake',
  '/cases/:id/team/invite/check',
  '/cases/:id/team/invite/change',
  '/cases/:id/team/plan/proposals',
  '/invitations/:id/join',
  '/tasks/:taskId/finish',
  '/cases/:id/plan/tasks/:taskId/finish',
  '/approvals/cases/:approvalId/withdraw',
  '/conferences/:conferenceId/answer',
  '/groups/template/:locale',
  '/groups/lists/:id',
  '/groups/lists/:id/to-mend',
  '/x/:token',
  '/x/:token/:move',
  '/x/blank',
]

/** Routes of pages for those who are signed in. */
export const pageRoutes = ({ app }: TestApp): string[] =>
  app
    .get(ClosedRoutes, { strict: false })
    .routes()
    .filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/'))
    .map(({ path }) => path)
    .filter((path) => !noPages.includes(path))

const routeOf = (routes: readonly string[], path: string): string | undefined => {
  const { pathname } = new URL(path, 'http://here')
  // The one with the fewest variables wins: /cases/new is no case.
  return routes
    .filter((route) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(pathname))
    .sort((one, other) => one.split(':').length - other.split(':').length)[0]
}

/** A page of a kind of which one is enough. */
type Stop = readonly [kind: string, path: string]

// One referral of each state, of either side; rather one that this worker can do something with.
const referralsOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string; status: string; sent: boolean }>(
    `SELECT DISTINCT ON (r.status, sent) r.id, r.status, r.from_unit_id = w.unit_id AS sent
       FROM referral r JOIN worker w ON w.unit_id IN (r.from_unit_id, r.to_unit_id)
      WHERE w.login = $1
        AND (r.from_unit_id = w.unit_id OR r.status NOT IN ('draft', 'entered_in_error'))
      ORDER BY r.status, sent, (w.id IN (r.handler_id, r.from_worker_id)) DESC NULLS LAST,
               r.claimed_by NULLS FIRST, r.id`,
    [login],
  )
  return rows.flatMap(({ id, status, sent }): Stop[] => [
    [`${status} ${sent ? 'sent' : 'received'}`, `/referrals/${id}`],
    ...(status === 'draft' ? [['check', `/referrals/${id}/check`] as const] : []),
  ])
}

// One that waits for this worker to answer a question about it.
const questionsOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT r.id FROM referral r JOIN worker w ON w.id = r.from_worker_id
      WHERE w.login = $1 AND r.question_at IS NOT NULL
        AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold') ORDER BY r.id LIMIT 1`,
    [login],
  )
  return rows.map(({ id }): Stop => ['a question', `/referrals/${id}`])
}

// What only who supervises can do: give a referral to somebody of the unit, and tell its free places.
const supervisedBy = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ unit: string; id: string | null }>(
    `SELECT w.unit_id AS unit, (SELECT r.id FROM referral r
                                 WHERE r.to_unit_id = w.unit_id AND r.status IN
                                       ('requested', 'accepted', 'in_progress', 'on_hold')
                                 ORDER BY r.id LIMIT 1) AS id
       FROM worker w WHERE w.login = $1 AND 'supervisor' = ANY (w.roles)`,
    [login],
  )
  return rows.flatMap(({ unit, id }): Stop[] => [
    ['own unit', `/directory/${unit}`],
    ...(id === null ? [] : [['to be given to somebody', `/referrals/${id}`] as const]),
  ])
}

// One referral to a unit without the service, for who sent it.
const outsideOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT r.id FROM referral r JOIN unit t ON t.id = r.to_unit_id
       JOIN worker w ON w.id = r.from_worker_id
      WHERE w.login = $1 AND NOT t.on_ben_an AND r.status <> 'draft' ORDER BY r.id LIMIT 1`,
    [login],
  )
  return rows.map(({ id }): Stop => ['sent outside', `/referrals/${id}`])
}

// The team this worker is on, and what waits at the desk: pages that who leads never sees.
const teamsOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string; caseId: string; status: string }>(
    `SELECT DISTINCT ON (m.status) m.id, m.case_id AS "caseId", m.status
       FROM team_member m JOIN worker w ON w.login = $1
      WHERE (m.status = 'invited' AND m.unit_id = w.unit_id)
         OR (m.status = 'joined' AND m.worker_id = w.id)
      ORDER BY m.status, m.id`,
    [login],
  )
  return rows.map(({ id, caseId, status }): Stop =>
    status === 'invited'
      ? ['invitation', `/invitations/${id}`]
      : ['team as a member', `/cases/${caseId}/team`],
  )
}

// A list of people on its way, and one of which something is left to mend.
const listsOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string; step: string }>(
    `SELECT l.id, l.step FROM group_list l JOIN worker w ON w.id = l.worker_id
      WHERE w.login = $1 ORDER BY l.step`,
    [login],
  )
  return rows.map(({ id, step }): Stop => [`a list at ${step}`, `/groups/lists/${id}`])
}

// A child who is about to become an adult, or may be.
const comingOfAge = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT c.id FROM cases c JOIN worker w ON w.id = c.lead_worker_id
      WHERE w.login = $1 AND c.age_band = '16-17' ORDER BY c.number LIMIT 1`,
    [login],
  )
  return rows.map(({ id }): Stop => ['/cases/:id/adult', `/cases/${id}/adult`])
}

// A note of this worker's own, and another case that can be merged with one of theirs.
const notesOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ note: string; case: string }>(
    `SELECT n.id AS note, n.case_id AS case FROM case_note n JOIN worker w ON w.id = n.written_by
      WHERE w.login = $1 ORDER BY n.id LIMIT 1`,
    [login],
  )
  return rows.flatMap((row): Stop[] => [
    ['a note', `/cases/${row.case}/notes/${row.note}`],
    ['to be merged', `/cases/${row.case}/merge`],
  ])
}

// An offer of a case that can still be taken back.
const offersOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT t.id FROM case_transfer t JOIN worker w ON w.id = t.offered_by
      WHERE w.login = $1 AND t.status = 'offered' ORDER BY t.id LIMIT 1`,
    [login],
  )
  return rows.map(({ id }): Stop => ['own offer of a case', `/transfers/${id}`])
}

// A report that the law obliges to, rather one that is through.
const reportsOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string; case: string }>(
    `SELECT p.id, p.case_id AS case FROM duty_report p
       JOIN cases c ON c.id = p.case_id JOIN worker w ON w.id = c.lead_worker_id
      WHERE w.login = $1 ORDER BY p.told_at NULLS LAST LIMIT 1`,
    [login],
  )
  return rows.map((row): Stop => ['a report', `/cases/${row.case}/reports/${row.id}`])
}

// The plan with most in it, its tasks by hand, and what waits for an answer.
const plansOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string; task: string | null; flag: string | null }>(
    `SELECT c.id,
            (SELECT k.id FROM case_task k WHERE k.case_id = c.id AND k.kind = 'other'
                AND k.state = 'open' AND k.worker_id = w.id ORDER BY k.id LIMIT 1) AS task,
            (SELECT f.id FROM case_flag f WHERE f.case_id = c.id ORDER BY f.id LIMIT 1) AS flag
       FROM cases c JOIN worker w ON w.id = c.lead_worker_id
      WHERE w.login = $1 AND c.status = 'open'
        AND EXISTS (SELECT FROM plan_item i WHERE i.case_id = c.id AND i.kind = 'action')
      ORDER BY (SELECT count(*) FROM case_flag f WHERE f.case_id = c.id) DESC, c.id LIMIT 1`,
    [login],
  )
  return rows.flatMap(({ id, task, flag }): Stop[] => [
    ['a plan', `/cases/${id}/plan`],
    ...(task === null ? [] : [['a task by hand', `/cases/${id}/plan/tasks/${task}`] as const]),
    ...(flag === null ? [] : [['a flag', `/cases/${id}/plan/flags/${flag}`] as const]),
  ])
}

// Somebody around a victim whose case this worker leads: what is added to a section, and taken away.
const relationsOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string; case: string }>(
    `SELECT p.id, p.case_id AS case FROM person p
       JOIN cases c ON c.id = p.case_id JOIN worker w ON w.id = c.lead_worker_id
      WHERE w.login = $1 AND p.role = 'guardian' AND p.removed_at IS NULL AND c.status = 'open'
      ORDER BY p.id LIMIT 1`,
    [login],
  )
  return rows.flatMap((row): Stop[] => {
    const family = `/cases/${row.case}/sections/family`
    return [
      ['a form to fill in', `${family}/relation`],
      ['a record to take away', `${family}/records/${row.id}/remove`],
    ]
  })
}

// A document of a case that can be taken away, and cases that were given to somebody at once.
const papersOf = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ path: string }>(
    `SELECT '/cases/' || p.case_id || '/papers/' || p.id || '/remove' AS path
       FROM case_paper p JOIN worker w ON w.id = p.added_by
      WHERE w.login = $1 AND p.removed_at IS NULL ORDER BY p.id LIMIT 1`,
    [login],
  )
  return rows.map(({ path }): Stop => ['a document to take away', path])
}

const reassignedBy = async ({ owner }: TestApp, login: string): Promise<Stop[]> => {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT b.id FROM bulk_reassign b JOIN worker w ON w.id = b.requested_by
      WHERE w.login = $1 ORDER BY b.id LIMIT 1`,
    [login],
  )
  return rows.map(({ id }): Stop => ['cases given at once', `/cases/reassign/${id}`])
}

/**
 * Opens where the reader starts and, once for each kind of page that nobody has `seen` before, what
 * is linked from there. Gives the paths that were visited.
 */
export const walk = async (
  app: TestApp,
  person: Person,
  { login, starts }: Reader,
  seen: Set<string>,
  visit: () => Promise<void>,
): Promise<string[]> => {
  const routes = pageRoutes(app)
  const visited: string[] = []
  const waiting: string[] = []
  const meet = ([kind, path]: Stop): void => {
    if (seen.has(kind)) return
    seen.add(kind)
    waiting.push(path)
  }
  for (const path of starts) meet([path, path])
  for (const stop of await referralsOf(app, login)) meet(stop)
  for (const stop of await questionsOf(app, login)) meet(stop)
  for (const stop of await supervisedBy(app, login)) meet(stop)
  for (const stop of await outsideOf(app, login)) meet(stop)
  for (const stop of await teamsOf(app, login)) meet(stop)
  for (const stop of await reportsOf(app, login)) meet(stop)
  for (const stop of await offersOf(app, login)) meet(stop)
  for (const stop of await listsOf(app, login)) meet(stop)
  for (const stop of await notesOf(app, login)) meet(stop)
  for (const stop of await comingOfAge(app, login)) meet(stop)
  for (const stop of await plansOf(app, login)) meet(stop)
  for (const stop of await relationsOf(app, login)) meet(stop)
  for (const stop of await papersOf(app, login)) meet(stop)
  for (const stop of await reassignedBy(app, login)) meet(stop)
  meet(['nothing', `/referrals/${randomUUID()}`])
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    await person.visit(path)
    visited.push(path)
    for (const met of [path, person.path]) seen.add(routeOf(routes, met) ?? met)
    await visit()
    for (const link of await linksOn(person.page)) {
      const route = routeOf(routes, link)
      if (route !== undefined) meet([route, link])
    }
  }
  return visited
}
