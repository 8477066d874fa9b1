import { Global, Module, type DynamicModule } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { Access } from './access/access.js'
import { AuditTrail } from './audit/audit-trail.js'
import { Clock, SystemClock } from './clock/clock.js'
import { HolidayWatch } from './clock/holiday-watch.js'
import { Config, publicUrlOf } from './config/config.js'
import { Keys } from './crypto/keys.js'
import { Sealer } from './crypto/sealer.js'
import { SearchTokens } from './crypto/search-token.js'
import { Mailer } from './mail/index.js'
import { NoMailer, SmtpMailer } from './mail/smtp-mailer.js'
import { Announcements } from './database/announcements.js'
import { dataSourceOptions } from './database/data-source.js'
import { Database, Transactions } from './database/transactions.js'

/** What a process is started with. */
export interface Runtime {
  readonly config: Config
  readonly keys: Keys
  readonly appUrl: string
  readonly clock?: Clock
}

const mailerOf = (config: Config): Mailer => {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = config
  if (smtpUrl === undefined || from === undefined) return new NoMailer()
  return new SmtpMailer({ smtpUrl, from, host: new URL(publicUrlOf(config)).hostname })
}

/** What every feature stands on, and what knows none of them. */
@Global()
@Module({})
export class PlatformModule {
  static for({ config, keys, appUrl, clock = new SystemClock() }: Runtime): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(appUrl, config.DATABASE_POOL),
          autoLoadEntities: true,
          retryAttempts: 0,
          manualInitialization: false,
        }),
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: Keys, useValue: keys },
        { provide: Clock, useValue: clock },
        {
          // The database checks who acts against its own clock, whatever day the service is told.
          provide: Transactions,
          inject: [DataSource, Keys],
          useFactory: (dataSource: DataSource, held: Keys) =>
            new Transactions(dataSource, held, new SystemClock()),
        },
        Database,
        { provide: Announcements, useFactory: () => new Announcements(appUrl) },
        { provide: Mailer, useFactory: () => mailerOf(config) },
        Access,
        AuditTrail,
        Sealer,
        SearchTokens,
        HolidayWatch,
      ],
      exports: [
        Config,
        Keys,
        Clock,
        Transactions,
        Database,
        Announcements,
        Mailer,
        Access,
        AuditTrail,
        Sealer,
        SearchTokens,
        HolidayWatch,
      ],
    }
  }
}
