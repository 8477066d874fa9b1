import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Role } from '../../../platform/access/actor.js'
import type { Locale } from '../../../platform/i18n/index.js'

/** A person at work, as the account page reads it. Only `locale` may be changed by the service. */
@Entity('worker')
export class WorkerEntity {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid', { name: 'unit_id' })
  unitId: string

  @Column('text')
  login: string

  @Column('text', { name: 'display_name' })
  displayName: string

  @Column('text')
  position: string

  @Column('text', { array: true })
  roles: Role[]

  @Column('text')
  locale: Locale
}
