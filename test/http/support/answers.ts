import { expect } from '@jest/globals'
import type { ApiAnswer, ApiClient } from '../../support/api-client.js'
import { girlsName } from './cast.js'

/** The fields of a JSON object; none where the answer is something else. */
export const bodyOf = ({ body }: Pick<ApiAnswer, 'body'>): Record<string, unknown> =>
  typeof body === 'object' && body !== null ? { ...body } : {}

/** The objects of a list page. */
export const itemsOf = (answer: Pick<ApiAnswer, 'body'>): Record<string, unknown>[] => {
  const { items } = bodyOf(answer)
  return Array.isArray(items)
    ? items.filter((item): item is Record<string, unknown> => typeof item === 'object')
    : []
}

/** Fails with what the service said, where it did not say `status`. */
export const demand = (status: number, answer: ApiAnswer): ApiAnswer => {
  expect({ status: answer.status, text: answer.text }).toEqual({ status, text: answer.text })
  return answer
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The code of a problem document, after checking that it is one (RFC 9457). */
export const problemOf = (answer: ApiAnswer): string => {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const { type, title, status } = bodyOf(answer)
  expect(status).toBe(answer.status)
  expect(textOf(title)).not.toBe('')
  expect(answer.text).not.toContain(girlsName)
  return textOf(type).replace('urn:ben-an:problem:', '')
}

export const versionOf = (answer: ApiAnswer): number =>
  Number(/^"(\d+)"$/.exec(String(answer.headers['etag']))?.[1])

/** A case of the girl, as an API opens it. */
export const openCase = async (api: ApiClient, intake: object): Promise<string> =>
  textOf(bodyOf(demand(201, await api.post('/cases', intake)))['id'])
