import { setInterval } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import { type InternetSocket, leadingSockets } from './sockets.ts'

const interval = 500

let watching = new AbortController()
let watched: Promise<InternetSocket[]> | undefined

/**
 * While the tests of a file run, nothing that they start may hold a socket that leads out of this computer: the application
 * opens none. What the harness itself opens to debug the window stays on the loopback address, and one question of Chromium to
 * the system sends nothing.
 */
beforeAll(() => {
  if (process.platform !== 'linux') return
  watching = new AbortController()
  watched = watch(watching.signal)
})

afterAll(async () => {
  watching.abort()
  const leading = (await watched) ?? []
  if (leading.length > 0) throw new Error(`Sockets that lead out of this computer: ${JSON.stringify(leading)}`)
})

async function watch(signal: AbortSignal): Promise<InternetSocket[]> {
  const seen = new Map<string, InternetSocket>()
  const foreign = new Set<string>()
  try {
    for await (const _ of setInterval(interval, undefined, { signal })) {
      for (const socket of await leadingSockets(process.pid, foreign)) seen.set(socket.inode, socket)
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return [...seen.values()]
}
