import type { INestApplicationContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import 'reflect-metadata'
import { AppModule } from './app.module.js'
import { describeApi } from './platform/web/api-docs.js'
import { createAdapter, prepareServer } from './platform/web/server.js'
import type { Runtime } from './platform/platform.module.js'

/** The service with its web server, ready to listen. Its worker runs as the configuration says. */
export const createApp = async (
  runtime: Runtime,
  assetsFolder: string,
): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.for(runtime, assetsFolder),
    createAdapter(runtime.config),
    { logger: levelsFrom(runtime.config.LOG_LEVEL), abortOnError: false },
  )
  await prepareServer(app, runtime.config, assetsFolder)
  await describeApi(app)
  return app
}

/** The service without a web server: deliveries only. */
export const createWorker = (
  runtime: Runtime,
  assetsFolder: string,
): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(AppModule.for(runtime, assetsFolder), {
    logger: levelsFrom(runtime.config.LOG_LEVEL),
    abortOnError: false,
  })

const levels = ['fatal', 'error', 'warn', 'log', 'debug'] as const

const levelsFrom = (least: (typeof levels)[number]): (typeof levels)[number][] =>
  levels.slice(0, levels.indexOf(least) + 1)
