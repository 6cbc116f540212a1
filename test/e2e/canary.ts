import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A server on this machine that nothing in the window may ever reach. */
export type Canary = { origin: string; connections: () => number }

/** Listens on a free port of 127.0.0.1 until the test ends, and counts who connects. */
export async function startCanary(): Promise<Canary> {
  let connections = 0
  const server = createServer((_, response) => response.end('reached')).on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { origin: `127.0.0.1:${(server.address() as AddressInfo).port}`, connections: () => connections }
}
