import { Agent, request } from 'node:http'
import { readFileSync } from 'node:fs'

/** User and system time of a process so far, in milliseconds (Linux: 100 ticks a second). */
export const cpuOf = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Most memory a process ever held, in megabytes. */
export const peakMemoryOf = (pid) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

const send = (agent, port, { method = 'GET', path, headers = {}, body }) =>
  new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode))
    })
    asked.once('error', reject)
    asked.end(body)
  })

/**
 * Closed loop: `connections` askers, each sending its next request when the last is answered, for
 * `seconds` or until there is nothing left to ask. `next(connection)` gives a request or undefined;
 * `pauseMs` is the longest rest between an answer and the next request, its length left to chance.
 */
export const load = async ({ port, pid, connections, seconds, next, pauseMs = 0 }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times = []
  const failures = new Map()
  const cpuBefore = cpuOf(pid)
  const begin = performance.now()
  const end = begin + seconds * 1000
  const ask = async (connection) => {
    while (performance.now() < end) {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * pauseMs))
      const asked = next(connection)
      if (asked === undefined) return
      const start = performance.now()
      const status = await send(agent, port, asked)
      times.push(performance.now() - start)
      if (status >= 300) failures.set(status, (failures.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, connection) => ask(connection)))
  const elapsed = performance.now() - begin
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN
  return {
    requests: times.length,
    failures: Object.fromEntries(failures),
    perSecond: times.length / (elapsed / 1000),
    p50: at(0.5),
    p95: at(0.95),
    cpu: (cpuOf(pid) - cpuBefore) / times.length,
  }
}
