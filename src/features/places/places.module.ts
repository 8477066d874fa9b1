import { Module } from '@nestjs/common'
import { PlacesApi } from './api/places.controller.js'
import { Communes } from './data/communes.js'
import { ListPlaces } from './use-cases/list-places.js'
import { OverseePlaces } from './use-cases/oversee-places.js'
import { UnderstandPlaces } from './use-cases/understand-places.js'
import { CommunePages } from './web/places.controller.js'

/** The communes of the official list, as they stood at each time. */
@Module({
  providers: [Communes, UnderstandPlaces, ListPlaces, OverseePlaces],
  controllers: [CommunePages, PlacesApi],
  exports: [UnderstandPlaces],
})
export class PlacesModule {}
