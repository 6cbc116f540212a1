import { resolve } from 'node:path'
import { createEngine, type Engine } from '../engine/createEngine.ts'
import { readPassphraseFile } from '../engine/bundle/passphraseFile.ts'

/** An engine called from the command line: every path is absolute or relative to the working directory. */
export type Headless = { engine: Engine; call: (method: string, params: unknown) => Promise<unknown> }

/** @returns an engine without a store */
export function startHeadless(): Headless {
  const engine = createEngine({
    announce: (event, payload) => showProgress(event, payload),
    checksResults: true,
    log: (line) => process.stderr.write(`${line}\n`),
  })
  return { engine, call: (method, params) => engine.dispatcher.call(method, params, (ref) => resolve(ref)) }
}

/** @returns an engine with an open store */
export async function openHeadless(folder: string, passphraseFile: string): Promise<Headless> {
  const headless = startHeadless()
  await headless.call('store.open', { folder, passphrase: await readPassphraseFile(passphraseFile) })
  return headless
}

function showProgress(event: string, payload: unknown): void {
  if (event === 'job.progress' && process.stderr.isTTY) process.stderr.write(`${JSON.stringify(payload)}\n`)
}
