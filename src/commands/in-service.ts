import type { INestApplicationContext } from '@nestjs/common'
import { plainToInstance } from 'class-transformer'
import { createWorker } from '../create-app.js'
import { Config } from '../platform/config/config.js'
import { assetsFolder, prepareGround } from '../start.js'

/** Runs `work` inside the service, without web server and without deliveries, beside a running one. */
export const inService = async <Result>(
  work: (service: INestApplicationContext) => Promise<Result>,
): Promise<Result> => {
  const { config, keys, database } = await prepareGround(process.env)
  try {
    const quiet = plainToInstance(Config, { ...config, PROCESS: 'web', LOG_LEVEL: 'error' })
    const service = await createWorker(
      { config: quiet, keys, appUrl: database.appUrl },
      assetsFolder(),
    )
    try {
      return await work(service)
    } finally {
      await service.close()
    }
  } finally {
    await database.stop()
  }
}
