import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core'
import { permissionKey } from './route-permissions.js'

const nestPath = 'path'

/** Thrown at start: a route without a stated permission does not start. */
export class OpenRoutes extends Error {
  constructor(readonly routes: readonly string[]) {
    super(`These routes state neither @Allow nor @Public: ${routes.join(', ')}`)
  }
}

/** Walks all routes before the service listens. */
@Injectable()
export class ClosedRoutes implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.routes().filter(({ permission }) => permission === undefined)
    if (open.length > 0) throw new OpenRoutes(open.map(({ name }) => name))
  }

  /** Every handler with the permission it states. */
  routes(): { name: string; permission: string | undefined }[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (instance === null || instance === undefined || metatype === null) return []
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method]
        if (handler === undefined || !Reflect.hasMetadata(nestPath, handler)) return []
        const permission = this.reflector.getAllAndOverride<string | undefined>(permissionKey, [
          handler,
          metatype,
        ])
        return [{ name: `${metatype.name}.${method}`, permission }]
      })
    })
  }
}
