import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { statementOf } from '../engine/release/checkRelease.ts'
import { statementLine } from '../engine/release/releaseStatement.ts'

/**
 * Signs what is said about an installer with the publisher's own key, and writes it beside the installer.
 * @param key path of an Ed25519 key of OpenSSH; its public half stands in resources/release/publishers.json
 * @returns the path of what was written
 */
export async function signRelease(installer: string, version: string, key: string): Promise<string> {
  const line = statementLine({
    format: 'tickmark-release',
    form: 1,
    version,
    file: basename(installer),
    bytes: (await stat(installer)).size,
    sha256: await sha256Of(installer),
  })
  const path = statementOf(installer)
  await writeFile(path, line + (await signatureOf(line, key)))
  return path
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array)
  return hash.digest('hex')
}

async function signatureOf(text: string, key: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-release-'))
  try {
    const file = join(folder, 'statement')
    await writeFile(file, text)
    await promisify(execFile)('ssh-keygen', ['-Y', 'sign', '-f', key, '-n', 'tickmark-release', file])
    return await readFile(`${file}.sig`, 'latin1')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
