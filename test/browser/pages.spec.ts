import { expect, it } from '@jest/globals'
import { Cast } from '../../src/demo/cast.js'
import { demoPassword, demoStaff } from '../../src/demo/index.js'
import { ReassignCases } from '../../src/features/finding/index.js'
import { defaultLocale, locales } from '../../src/platform/i18n/index.js'
import { loadDemoInto } from '../support/demo.js'
import { barriersOn, strangenessOn } from './page-checks.js'
import type { Person } from './person.js'
import { signIn } from './story.js'
import { describeInBrowser, useBrowser, type Stage } from './use-browser.js'
import { pageRoutes, readers, walk } from './walk.js'

const patience = 1_200_000
const otherLocales = locales.filter((locale) => locale !== defaultLocale)

describeInBrowser('every page of the fictional world', () => {
  const play = useBrowser((database) => loadDemoInto(database))

  const seat = async (stage: Stage, login: string): Promise<Person> => {
    const worker = demoStaff.find((one) => one.login === login)
    if (worker === undefined) throw new Error(`nobody in the demo is called ${login}`)
    const person = await stage.person(login, { traced: false })
    await signIn(person, { login, displayName: worker.name }, demoPassword)
    return person
  }

  it(
    'fits everybody: no barrier, no sideways drawing on a phone, nothing refused by the browser',
    () =>
      play(async (stage) => {
        await loseDeliveries(stage)
        await giveCasesAtOnce(stage)
        const seen = new Set<string>()
        const findings: string[] = []
        for (const reader of readers) {
          const person = await seat(stage, reader.login)
          const paths = await walk(stage.app, person, reader, seen, async () => {
            findings.push(...(await barriersOn(person.page)))
            await person.look(`${defaultLocale}-${nameOf(person.path)}`)
          })
          for (const locale of otherLocales) {
            await person.visit(`/help?lang=${locale}`)
            for (const path of paths) {
              await person.visit(path)
              findings.push(...(await strangenessOn(person.page, locale)))
              await person.look(`${locale}-${nameOf(path)}`)
            }
          }
        }
        const unseen = pageRoutes(stage.app).filter((route) => !seen.has(route))
        expect({ findings, unseen, complaints: stage.complaints }).toEqual({
          findings: [],
          unseen: [],
          complaints: [],
        })
      }),
    patience,
  )

  it(
    'fits everybody also when a form comes back, and before anybody is signed in',
    () =>
      play(async (stage) => {
        const findings: string[] = []
        const stranger = await stage.person('stranger')
        await stranger.visit('/sign-in')
        findings.push(...(await barriersOn(stranger.page)))
        await stranger.press('accounts.sign-in.action')
        await stranger.reads(['common.errors.title', { count: 2 }])
        findings.push(...(await barriersOn(stranger.page)))

        const khue = await seat(stage, 'khue')
        await khue.visit('/cases/new')
        await khue.press('cases.intake.submit')
        await khue.reads('cases.intake.risk.missing')
        findings.push(...(await barriersOn(khue.page)))

        await khue.visit('/cases')
        const path = await khue.firstLink(/^\/cases\/[0-9a-f-]{36}$/)
        await khue.visit(`${path}/consents/new`)
        await khue.press('consents.form.submit')
        await khue.page.getByRole('alert').waitFor()
        findings.push(...(await barriersOn(khue.page)))
        await khue.visit(`${path}/referrals/new`)
        await khue.press('common.save-and-continue')
        await khue.reads('referrals.need.service.missing')
        findings.push(...(await barriersOn(khue.page)))

        await khue.visit('/lock')
        await khue.isAt('accounts.lock.title')
        findings.push(...(await barriersOn(khue.page)))
        await khue.visit('/blank')
        findings.push(...(await barriersOn(khue.page)))
        expect({ findings, complaints: stage.complaints }).toEqual({
          findings: [],
          complaints: [],
        })
      }),
    patience,
  )
})

// Everything in the fictional world arrives; who watches over deliveries is to have something to see.
const loseDeliveries = ({ app }: Stage): Promise<unknown> =>
  app.owner.query(
    `UPDATE outbox_event o SET acknowledged_at = NULL, failed_at = now(), attempts = 8,
            last_error = 'the mail server answered: 421 try again later'
       FROM (SELECT type, (array_agg(id ORDER BY id))[1:2] AS ids FROM outbox_event GROUP BY type
              ORDER BY type LIMIT 2) lost
      WHERE o.id = ANY (lost.ids)`,
  )

// Nobody in the fictional world has to give many cases to somebody else at once.
const giveCasesAtOnce = async ({ app }: Stage): Promise<void> => {
  const cast = await Cast.from(app.owner)
  const { rows } = await app.owner.query<{ id: string }>(
    `SELECT id FROM cases WHERE lead_worker_id = $1 AND status = 'open' ORDER BY number LIMIT 2`,
    [cast.named('thach').workerId],
  )
  await app.app.get(ReassignCases, { strict: false }).start(
    cast.named('diep'),
    rows.map(({ id }) => id),
    cast.named('khue').workerId,
  )
  await app.deliverAll()
}

// For pictures: the address, of ids only so much that they can be told apart.
const nameOf = (path: string): string =>
  path
    .replace(/([0-9a-f]{8})-[0-9a-f-]{27}/g, '$1')
    .replace(/[^\w-]+/g, '_')
    .replace(/^_/, '')
