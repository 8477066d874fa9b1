import { DeliveryPace } from '../../../src/platform/queues/delivery-pace.js'

// Loaded before the service's own `main.js`: shortens its waits, so that a test need not sit out the
// half minutes after which work of a dead process is taken up.
const hurried: Partial<DeliveryPace> = {
  lookEveryMs: 50,
  sweepEveryMs: 300,
  overdueSeconds: 1,
  backoffMs: 50,
  lockMs: 1500,
  unclaimedMs: 3000,
  drainMs: 5000,
}
const usual = DeliveryPace.with.bind(DeliveryPace)
DeliveryPace.with = (changes) => usual({ ...changes, ...hurried })

// Killed together with the test, however that ended.
process.once('disconnect', () => process.exit(1))
