import { setTimeout as rest } from 'node:timers/promises'
import pg from 'pg'
import { createWorker } from '../create-app.js'
import { AuditSealer } from '../platform/audit/index.js'
import { localTimeOf } from '../platform/clock/local-time.js'
import { Config } from '../platform/config/config.js'
import { Scheduler } from '../platform/queues/scheduler.js'
import { RebuildReports } from '../features/reports/index.js'
import { assetsFolder, type Ground } from '../start.js'
import { accountLines } from './accounts.js'
import { Cast, hashPasswords, writeCast } from './cast.js'
import { DemoClock } from './demo-clock.js'
import { demoStories, someStories } from './stories.js'
import { tellGroup } from './tell-group.js'
import { tellStory } from './tell-story.js'
import { WorldRecord } from './world.js'

/** How much of the fictional world is loaded, and from where pages take their files. */
export interface DemoOptions {
  /** Cases, spread over the whole time; all 60 unless fewer are asked for. */
  readonly cases?: number
  readonly assets?: string
  /** Once aborted it stops after the story at hand and goes on with the next start. */
  readonly stopping?: AbortSignal
}

/** The demo writes agencies, units and workers, which only the owner of the database may. */
export class OwnerConnectionMissing extends Error {
  constructor() {
    super('Set DATABASE_OWNER_URL: the demo makes agencies, units and workers as the owner')
  }
}

const mostDeliverySeconds = 60

/**
 * Puts the fictional world into an empty database, through the use cases and as those who act in it,
 * with a clock that goes back twelve weeks. Finds it there the second time; goes on where it was
 * interrupted.
 * @throws OwnerConnectionMissing, DatabaseInUse
 */
export const loadDemo = async (
  ground: Ground,
  say: (text: string) => void,
  options: DemoOptions = {},
): Promise<void> => {
  if (ground.database.ownerUrl === null) throw new OwnerConnectionMissing()
  const owner = new pg.Client({ connectionString: ground.database.ownerUrl })
  // What is asked next says so; nothing else may end the process.
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    const record = new WorldRecord(owner)
    await record.take()
    if ((await record.find())?.isWhole !== true)
      await makeWorld(ground, owner, record, say, options)
  } finally {
    await owner.end()
  }
  if (options.stopping?.aborted !== true) for (const line of accountLines()) say(line)
}

const makeWorld = async (
  ground: Ground,
  owner: pg.Client,
  record: WorldRecord,
  say: (text: string) => void,
  { cases = demoStories.length, assets = assetsFolder(), stopping }: DemoOptions,
): Promise<void> => {
  const began = performance.now()
  const begun = await record.find()
  if (begun === null) await record.mustBeNobodys()
  say('Đang tạo thế giới mẫu (hư cấu) · making the fictional world · création du monde fictif')
  const madeAt = begun?.madeAt ?? (await begin(ground, owner, record))
  await record.forgetHalfTold()
  const told = await record.told()
  const clock = new DemoClock()
  const config = Object.assign(new Config(), ground.config, {
    PROCESS: 'worker',
    LOG_LEVEL: 'warn',
  })
  const app = await createWorker(
    { config, keys: ground.keys, appUrl: ground.database.appUrl, clock },
    assets,
  )
  try {
    // Time passes as the stories tell it: until they are all told, no clock rings by itself.
    await app.get(Scheduler, { strict: false }).stop()
    const stage = { app, clock, cast: await Cast.from(owner) }
    const stories = someStories(cases)
    for (const [at, story] of stories.entries()) {
      if (stopping?.aborted === true) return
      if (!told.has(story.number)) await tellStory(stage, record, story, madeAt)
      if ((at + 1) % 5 === 0 || at + 1 === stories.length)
        say(`  Hồ sơ ${at + 1}/${stories.length}`)
    }
    await tellGroup(stage, madeAt)
    say('  Đang chuyển thông báo và tính số liệu · delivering')
    await delivered(record, say)
    await app.get(RebuildReports, { strict: false }).run()
    while ((await app.get(AuditSealer, { strict: false }).sealNow()) !== null) continue
    await record.end()
  } finally {
    await app.close()
  }
  say(`  Xong sau ${Math.round((performance.now() - began) / 1000)} giây · done`)
}

const begin = async ({ keys }: Ground, owner: pg.Client, record: WorldRecord): Promise<Date> => {
  const madeAt = new Date()
  const hashes = await hashPasswords(keys.pepper)
  await record.begin(madeAt, () => writeCast(owner, hashes, localTimeOf(madeAt).date))
  return madeAt
}

const delivered = async (record: WorldRecord, say: (text: string) => void): Promise<void> => {
  const until = performance.now() + mostDeliverySeconds * 1000
  let left = await record.undelivered()
  while (left > 0 && performance.now() < until) {
    await rest(100)
    left = await record.undelivered()
  }
  if (left > 0) say(`  ${left} thông báo sẽ được chuyển sau · will be delivered later`)
}
