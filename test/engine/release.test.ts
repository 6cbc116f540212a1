import { execFileSync } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signRelease } from '../../electron/dev/signRelease.ts'
import { version as running } from '../../electron/engine/version.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine } from './openTestEngine.ts'

let folder: string
let engine: TestEngine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-release-test-'))
  for (const name of ['publisher', 'stranger']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', `${name} of a test`, '-f', join(folder, name)])
  }
  const publishers = [(await readFile(join(folder, 'publisher.pub'), 'utf8')).trim()]
  engine = await openTestEngine({ create: false, publishers })
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

async function installer(name: string, version: string, key = 'publisher'): Promise<FileRef> {
  const path = join(folder, name)
  await writeFile(path, `the installer of ${version}`)
  await signRelease(path, version, join(folder, key))
  return path as FileRef
}

const check = (file: FileRef) => engine.call('release.check', { installer: file })

describe('an installer', () => {
  it('that the publisher signed is told, without an open store, with its version beside the one that runs', async () => {
    const file = await installer('tickmark_9.10.0.deb', '9.10.0')
    const sha256 = execFileSync('sha256sum', [file]).toString().slice(0, 64)
    expect(await check(file)).toMatchObject({
      name: 'tickmark_9.10.0.deb',
      version: '9.10.0',
      running,
      relation: 'newer',
      sha256,
    })
    expect(await check(await installer('same.deb', running))).toMatchObject({ relation: 'same' })
    expect(await check(await installer('older.deb', '0.0.1'))).toMatchObject({ relation: 'older' })
  })

  it('has a statement that ssh-keygen verifies', async () => {
    const file = await installer('stock.deb', '9.9.9')
    const text = await readFile(`${file}.signed`, 'utf8')
    const line = text.slice(0, text.indexOf('\n') + 1)
    await writeFile(join(folder, 'stock.sig'), text.slice(line.length))
    const key = await readFile(join(folder, 'publisher.pub'), 'utf8')
    await writeFile(join(folder, 'allowed'), `publisher namespaces="tickmark-release" ${key}`)
    const words = ['-Y', 'verify', '-f', 'allowed', '-I', 'publisher', '-n', 'tickmark-release', '-s', 'stock.sig']
    expect(execFileSync('ssh-keygen', words, { cwd: folder, input: line }).toString()).toContain(
      'Good "tickmark-release" signature',
    )
  })

  it('that somebody else signed is not believed', async () => {
    await expect(check(await installer('stranger.deb', '9.9.9', 'stranger'))).rejects.toThrow(
      expect.objectContaining({ code: 'release.unknown_publisher' }),
    )
  })

  it('that was changed, or stands under the statement of another, is not the one that was signed', async () => {
    const file = await installer('changed.deb', '9.9.9')
    await appendFile(file, 'x')
    await expect(check(file)).rejects.toThrow(expect.objectContaining({ code: 'release.other_file' }))
    await writeFile(file, 'the installer of 6.6.6')
    await expect(check(file)).rejects.toThrow(expect.objectContaining({ code: 'release.other_file' }))
    const named = await installer('one.deb', '9.9.9')
    const other = join(folder, 'another.deb') as FileRef
    await rename(named, other)
    await rename(`${named}.signed`, `${other}.signed`)
    await expect(check(other)).rejects.toThrow(expect.objectContaining({ code: 'release.other_file' }))
  })

  it('whose statement says another version than was signed is refused', async () => {
    const file = await installer('statement.deb', '9.9.8')
    const text = await readFile(`${file}.signed`, 'utf8')
    await writeFile(`${file}.signed`, text.replace('9.9.8', '9.9.9'))
    await expect(check(file)).rejects.toThrow(expect.objectContaining({ code: 'release.invalid_signature' }))
  })

  it('without a statement beside it is not signed, and one that is not there cannot be read', async () => {
    const file = join(folder, 'alone.deb') as FileRef
    await writeFile(file, 'alone')
    await expect(check(file)).rejects.toThrow(expect.objectContaining({ code: 'release.not_signed' }))
    const gone = await installer('gone.deb', '9.9.9')
    await rm(gone)
    await expect(check(gone)).rejects.toThrow(expect.objectContaining({ code: 'file.unreadable' }))
  })

  it('is refused with whatever bytes lie in the place of its statement', async () => {
    const file = await installer('hostile.deb', '9.9.9')
    const good = await readFile(`${file}.signed`)
    const spoiled = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.record({ at: fc.nat(good.length - 1), by: fc.integer({ min: 1, max: 255 }) }).map(({ at, by }) => {
        const bytes = Buffer.from(good)
        bytes[at] = (bytes[at] ?? 0) ^ by
        return bytes
      }),
      fc.nat(good.length - 1).map((length) => good.subarray(0, length)),
    )
    await fc.assert(
      fc.asyncProperty(spoiled, async (bytes) => {
        await writeFile(`${file}.signed`, bytes)
        await expect(check(file)).rejects.toThrow(
          expect.objectContaining({
            code: expect.stringMatching(
              /^release\.(?:invalid_statement|invalid_signature|unknown_publisher)$/,
            ) as string,
          }),
        )
      }),
      { numRuns: 60 },
    )
  })
})
