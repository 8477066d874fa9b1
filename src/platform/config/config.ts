import { plainToInstance } from 'class-transformer'
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  validateSync,
} from 'class-validator'
import 'reflect-metadata'
import { resolve } from 'node:path'

const postgresUrl = /^postgres(ql)?:\/\/\S+$/

/**
 * Everything the environment decides, checked once at start. Names are those of the environment
 * variables; a wrong value is reported by its name, never by its content.
 */
export class Config {
  /** Connection of the service: a member of role `ben_an_app` that owns nothing. Absent: embedded. */
  @IsOptional()
  @Matches(postgresUrl)
  readonly DATABASE_URL?: string

  /** Connection of the owner, for migrations and the first start. Needed beside DATABASE_URL. */
  @IsOptional()
  @Matches(postgresUrl)
  readonly DATABASE_OWNER_URL?: string

  /** A superuser's connection, only for the command that creates roles and database. */
  @IsOptional()
  @Matches(postgresUrl)
  readonly DATABASE_ADMIN_URL?: string

  /** Connections a process keeps open; 2 to 10 is best on two cores. */
  @IsInt()
  @Min(2)
  @Max(100)
  readonly DATABASE_POOL: number = 10

  /** BullMQ on Redis (or Redis Cluster, several addresses separated by commas). Absent: PostgreSQL. */
  @IsOptional()
  @Matches(/^rediss?:\/\/[^\s,]+(,rediss?:\/\/[^\s,]+)*$/)
  readonly REDIS_URL?: string

  /** File that holds the keys; made at first start where it is missing. Default: DATA_DIR/keys.json. */
  @IsString()
  readonly KEY_FILE: string

  /** Folder of the embedded database and the keys. */
  @IsString()
  readonly DATA_DIR: string

  @IsInt()
  @Min(0)
  @Max(65535)
  readonly PORT: number = 3000

  /** Address to listen on. */
  @IsString()
  readonly HOST: string = '127.0.0.1'

  /** Address people type, for cookies, links and the origin check. Default: http://HOST:PORT. */
  @IsOptional()
  @Matches(/^https?:\/\/[^\s/]+$/)
  readonly PUBLIC_URL?: string

  /** Mail server, `smtp://` or `smtps://`, with name and password where it wants them. Absent: no mail. */
  @IsOptional()
  @Matches(/^smtps?:\/\/[^\s/]+\/?$/)
  readonly SMTP_URL?: string

  /** Sender of the mail. Needed beside SMTP_URL. */
  @IsOptional()
  @Matches(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/)
  readonly MAIL_FROM?: string

  /** Which part this process is. */
  @IsIn(['all', 'web', 'worker'])
  readonly PROCESS: 'all' | 'web' | 'worker' = 'all'

  /** Trust X-Forwarded-* of the proxy in front. */
  @IsBoolean()
  readonly BEHIND_PROXY: boolean = false

  /** Minutes without a request until the session locks. */
  @IsInt()
  @Min(1)
  @Max(60)
  readonly IDLE_MINUTES: number = 10

  /** Searches for people that one worker may make in a minute; forty times as many in a day. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly SEARCHES_PER_MINUTE: number = 30

  /** The fictional world is loaded: pages say so. Set by `npm run demo`. */
  @IsBoolean()
  readonly DEMO: boolean = false

  @IsIn(['error', 'warn', 'log', 'debug'])
  readonly LOG_LEVEL: 'error' | 'warn' | 'log' | 'debug' = 'warn'
}

export class WrongConfig extends Error {
  constructor(readonly variables: readonly string[]) {
    super(`These environment variables have a value that cannot be used: ${variables.join(', ')}`)
  }
}

const isTrue = (text: string): boolean | string => ({ true: true, false: false })[text] ?? text
const readers: Partial<Record<keyof Config, (text: string) => unknown>> = {
  DATABASE_POOL: Number,
  PORT: Number,
  IDLE_MINUTES: Number,
  SEARCHES_PER_MINUTE: Number,
  BEHIND_PROXY: isTrue,
  DEMO: isTrue,
}

/** The address people type: PUBLIC_URL, or where the process listens. */
export const publicUrlOf = ({ PUBLIC_URL, HOST, PORT }: Config): string =>
  PUBLIC_URL ?? `http://${HOST}:${PORT}`

/** Reads and checks the environment. @throws WrongConfig naming the variables at fault. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const dataDir = resolve(env['DATA_DIR'] ?? '.data')
  const values: Record<string, unknown> = {
    DATA_DIR: dataDir,
    KEY_FILE: resolve(env['KEY_FILE'] ?? `${dataDir}/keys.json`),
  }
  for (const name of variableNames) {
    const text = env[name]
    if (text === undefined || text === '' || name in values) continue
    values[name] = readers[name]?.(text) ?? text
  }
  const config = plainToInstance(Config, values, { exposeDefaultValues: true })
  const wrong = validateSync(config, { forbidUnknownValues: true }).map(({ property }) => property)
  if (config.DATABASE_URL !== undefined && config.DATABASE_OWNER_URL === undefined)
    wrong.push(...(config.PROCESS === 'all' ? ['DATABASE_OWNER_URL'] : []))
  if (config.SMTP_URL !== undefined && config.MAIL_FROM === undefined) wrong.push('MAIL_FROM')
  if (wrong.length > 0) throw new WrongConfig(wrong)
  return config
}

const variableNames = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_ADMIN_URL',
  'DATABASE_POOL',
  'REDIS_URL',
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'SEARCHES_PER_MINUTE',
  'PROCESS',
  'BEHIND_PROXY',
  'IDLE_MINUTES',
  'DEMO',
  'LOG_LEVEL',
] as const satisfies readonly (keyof Config)[]
