import { describe, expect, it } from '@jest/globals'
import { useApp } from '../support/app.js'

const boundary = 'ben-an-boundary'
const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\na\r\n--${boundary}--\r\n`

describe('a form with a file', () => {
  const test = useApp()

  it('is refused, in our words and with our headers, where none is taken', async () => {
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    for (const url of ['/sign-in', '/cases/new', '/api/v1/cases']) {
      const answer = await test().app.inject({ method: 'POST', url, headers, payload })
      expect({ url, status: answer.statusCode }).toEqual({ url, status: 415 })
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(answer.body).not.toContain('TakesNoFiles')
    }
  })
})
