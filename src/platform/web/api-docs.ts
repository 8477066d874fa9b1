import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger'

/** The OpenAPI 3.1 description, made from the code, with a page to read it at `/api/docs`. */
export const describeApi = async (app: NestFastifyApplication): Promise<void> => {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Bến An')
    .setDescription(
      'Cases, consents and referrals between services. Times are RFC 3339 in UTC. Errors are RFC 9457. ' +
        'Lists are keyset pages: `?limit=&after=`. Changes take `If-Match`, POSTs an `Idempotency-Key`. ' +
        'What you may not know of is 404.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build()
  const document = SwaggerModule.createDocument(app, description, {
    ignoreGlobalPrefix: true,
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}.${method}`,
  })
  const api = {
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths).filter(([path]) => path.startsWith('/api/')),
    ),
  }
  SwaggerModule.setup('api/docs', app, api, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
  })
  await Promise.resolve()
}
