import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DirectoryApi } from './api/directory.controller.js'
import { Agency } from './data/agency.entity.js'
import { Unit } from './data/unit.entity.js'
import { UnitsRepository } from './data/units.repository.js'
import { Directory } from './use-cases/directory.js'
import { ListUnits } from './use-cases/list-units.js'
import { ReadUnit } from './use-cases/read-unit.js'
import { TellPlaces } from './use-cases/tell-places.js'
import { DirectoryPages } from './web/directory.controller.js'
import { PlacesPages } from './web/places.controller.js'

/** Who helps where, with what, and when they are open. */
@Module({
  imports: [TypeOrmModule.forFeature([Agency, Unit])],
  providers: [UnitsRepository, Directory, ListUnits, ReadUnit, TellPlaces],
  controllers: [DirectoryPages, PlacesPages, DirectoryApi],
  exports: [Directory],
})
export class DirectoryModule {}
