import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'

/** A screen that exists in memory only. */
export type Display = { name: string; end: () => Promise<void> }

/** @returns whether windows can be painted without further ado */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

/** Starts Xvfb on a number that it picks itself. @throws Error when it does not start */
export async function startDisplay(): Promise<Display> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const failed = Promise.race([once(child, 'error'), once(child, 'exit')]).then(() => {
    throw new Error('Xvfb did not start. On Debian: apt-get install xvfb')
  })
  const number = await Promise.race([firstLine(child), failed])
  failed.catch(() => {
    // From here on its end is expected.
  })
  return {
    name: `:${number}`,
    end: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

async function firstLine({ stdio }: ChildProcess): Promise<string> {
  const pipe = stdio[3]
  if (!(pipe instanceof Readable)) throw new Error('Xvfb has no channel to tell its number')
  for await (const line of createInterface({ input: pipe })) return line
  throw new Error('Xvfb told no number')
}
