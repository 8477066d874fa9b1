import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common'
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core'
import { permissionKey } from './route-permissions.js'

// Where Nest's own decorators keep what they were told.
const nestPath = 'path'
const nestMethod = 'method'

/** A handler as Nest will serve it. */
export interface Route {
  readonly name: string
  readonly method: string
  readonly path: string
  /** Undefined where the handler states none. */
  readonly permission: string | undefined
}

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
  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!isObject(instance) || metatype === null) return []
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>
      const base = pathsOf(metatype)
      return this.scanner.getAllMethodNames(prototype).flatMap((name): Route[] => {
        const handler = prototype[name]
        if (handler === undefined || !Reflect.hasMetadata(nestPath, handler)) return []
        const method: unknown = Reflect.getMetadata(nestMethod, handler)
        const permission = this.reflector.getAllAndOverride<string | undefined>(permissionKey, [
          handler,
          metatype,
        ])
        return base.flatMap((start) =>
          pathsOf(handler).map((end) => ({
            name: `${metatype.name}.${name}`,
            method: RequestMethod[Number(method)] ?? 'ALL',
            path: `/${start}/${end}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
            permission,
          })),
        )
      })
    })
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const pathsOf = (decorated: object): string[] => {
  const path: unknown = Reflect.getMetadata(nestPath, decorated)
  return [path ?? ''].flat().map(String)
}
