import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Agency } from './data/agency.entity.js'
import { Unit } from './data/unit.entity.js'
import { UnitsRepository } from './data/units.repository.js'
import { Directory } from './use-cases/directory.js'

/** Who helps where, with what, and when they are open. */
@Module({
  imports: [TypeOrmModule.forFeature([Agency, Unit])],
  providers: [UnitsRepository, Directory],
  exports: [Directory],
})
export class DirectoryModule {}
