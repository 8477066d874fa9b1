export { Delivery } from './delivery.js'
export { DeliveryModule } from './delivery.module.js'
export { DeliveryPace } from './delivery-pace.js'
