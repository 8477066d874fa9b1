import { ValidationPipe } from '@nestjs/common'
import type { ValidationError } from 'class-validator'
import { InvalidInput } from './web-errors.js'

/** Checks API bodies and queries; unknown fields are refused so that a misspelt one is not lost. */
export const apiValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (problems) => new InvalidInput(pointersOf(problems, '')),
  })

const pointersOf = (
  problems: readonly ValidationError[],
  path: string,
): { pointer: string; code: string }[] =>
  problems.flatMap(({ property, constraints, children }) => {
    // RFC 6901
    const pointer = `${path}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const own = Object.entries(constraints ?? {}).map(([kind, message]) => ({
      pointer,
      // Our messages are keys of sentences; class-validator's own are told in one general one.
      code:
        message.includes(' ') || !message.includes('.') ? `error.field.${known(kind)}` : message,
    }))
    return [...own, ...pointersOf(children ?? [], pointer)]
  })

const known = (kind: string): string =>
  [
    'isUuid',
    'isInt',
    'isIn',
    'isNotEmpty',
    'maxLength',
    'isISO8601',
    'whitelistValidation',
  ].includes(kind)
    ? kind
    : 'other'
