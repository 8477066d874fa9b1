import type { INestApplicationContext } from '@nestjs/common'
import { createWorker } from '../create-app.js'
import { assetsFolder, prepareGround } from '../start.js'

/** Runs `work` inside the service, without web server and without deliveries, beside a running one. */
export const inService = async <Result>(
  work: (service: INestApplicationContext) => Promise<Result>,
): Promise<Result> => {
  const { config, keys, database } = await prepareGround({
    ...process.env,
    PROCESS: 'web',
    LOG_LEVEL: 'error',
  })
  try {
    const service = await createWorker({ config, keys, appUrl: database.appUrl }, assetsFolder())
    try {
      return await work(service)
    } finally {
      await service.close()
    }
  } finally {
    await database.stop()
  }
}
