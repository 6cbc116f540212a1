import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { projectFolder } from '../../electron/dev/projectFolder.ts'

/** Opens every store with the sample engagement. */
export const samplePassphrase = 'an ordinary sentence of a test'

declare module 'vitest' {
  interface ProvidedContext {
    /** A store with the sample engagement, as the headless host makes it; tests work on copies. */
    sampleStore: string
  }
}

let folder: string | undefined

export async function setup({ provide }: Pick<TestProject, 'provide'>): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-e2e-sample-'))
  await writeFile(join(folder, 'passphrase'), samplePassphrase)
  const program = join(projectFolder, 'dist', 'cli', 'tickmark.js')
  await promisify(execFile)(process.execPath, [program, 'demo', 'store', '--passphrase-file', 'passphrase'], {
    cwd: folder,
  })
  provide('sampleStore', join(folder, 'store'))
}

export async function teardown(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
}
