import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectFolder } from '../../electron/dev/projectFolder.ts'

/** The program as its first line starts it. */
const program = ['--max-semi-space-size=16', join(projectFolder, 'dist/cli/tickmark.js')]

/** Opens the stores that benches make. */
export const benchPassphrase = 'an ordinary sentence of a bench'

/** The headless host as it is delivered, in a process of its own: its times and its memory are those of the product alone. */
export type BuiltHost = {
  call: <R>(method: string, params: object) => Promise<R>
  /** The most memory that the process held so far, in MB; Linux only. */
  mostMemory: () => Promise<number>
  close: () => Promise<void>
}

/** Makes a store in the folder and opens it. */
export async function openBuiltHost(folder: string): Promise<BuiltHost> {
  const { passphrase, store } = placesIn(folder)
  await writeFile(passphrase, `${benchPassphrase}\n`)
  const founder = ['--name', 'Ada Cole', '--initials', 'AC', '--role', 'preparer']
  execFileSync(process.execPath, [...program, 'init', store, ...founder, '--passphrase-file', passphrase])
  return openMadeStore(folder)
}

/** Opens the store that was made in the folder: a process that did nothing else before. */
export function openMadeStore(folder: string): BuiltHost {
  const { passphrase, store } = placesIn(folder)
  const words = [...program, 'rpc', store, '--passphrase-file', passphrase]
  const host = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: host.stdout })[Symbol.asyncIterator]()
  let id = 0
  return {
    async call(method, params) {
      id += 1
      host.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
      for (;;) {
        const { value, done } = await answers.next()
        if (done === true) throw new Error('The headless host ended')
        const answer = JSON.parse(value)
        if (answer.id !== id) continue
        if (answer.error !== undefined) throw new Error(answer.error.message)
        return answer.result
      }
    },
    async mostMemory() {
      const status = await readFile(`/proc/${host.pid}/status`, 'utf8')
      return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024)
    },
    async close() {
      const ended = once(host, 'exit')
      host.stdin.end()
      await ended
    },
  }
}

const placesIn = (folder: string) => ({ passphrase: join(folder, 'passphrase'), store: join(folder, 'store') })
