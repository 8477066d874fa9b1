import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An organisation whose teams (units) help people. */
@Entity('agency')
export class Agency {
  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  code: string

  @Column('text')
  name: string

  @Column('boolean')
  active: boolean
}
