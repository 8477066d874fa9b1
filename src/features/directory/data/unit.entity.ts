import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm'
import type { Sector } from '../../../platform/access/sectors.js'
import { Agency } from './agency.entity.js'
import type { StoredHours } from './stored-hours.js'

/** A team of an agency, as stored. It leaves this feature as a `UnitView` only. */
@Entity('unit')
export class Unit {
  @PrimaryColumn('uuid')
  id: string

  @ManyToOne(() => Agency)
  @JoinColumn({ name: 'agency_id' })
  agency: Agency

  @Column('text')
  sector: Sector

  @Column('text')
  name: string

  @Column('text', { name: 'province_code' })
  provinceCode: string

  @Column('text', { nullable: true })
  commune: string | null

  @Column('text', { nullable: true })
  phone: string | null

  @Column('text', { array: true })
  services: string[]

  @Column('int', { name: 'min_age', nullable: true })
  minAge: number | null

  @Column('int', { name: 'max_age', nullable: true })
  maxAge: number | null

  @Column('text', { array: true })
  sexes: string[]

  @Column('text', { array: true })
  languages: string[]

  @Column('jsonb')
  hours: StoredHours

  @Column('boolean', { name: 'taking_referrals' })
  takingReferrals: boolean

  @Column('text', { name: 'time_zone' })
  timeZone: string

  /** When somebody last checked the entry; a calendar day. */
  @Column('date', { name: 'assured_on', nullable: true })
  assuredOn: string | null

  @Column('boolean')
  active: boolean

  /** False: nobody there can sign in. */
  @Column('boolean', { name: 'on_ben_an' })
  onBenAn: boolean

  /** The principal "supervisors of this unit" in grants. */
  @Column('uuid', { name: 'supervision_id' })
  supervisionId: string

  @Column('int', { name: 'places_total', nullable: true })
  placesTotal: number | null

  @Column('int', { name: 'places_free', nullable: true })
  placesFree: number | null

  @Column('timestamptz', { name: 'places_at', nullable: true })
  placesAt: Date | null

  @Column('int')
  version: number
}
