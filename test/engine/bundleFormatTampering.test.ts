import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newIdentity } from '../../electron/engine/bundle/identities.ts'
import { readBundle } from '../../electron/engine/bundle/readBundle.ts'
import { verifyBundle } from '../../electron/engine/bundle/verifyBundle.ts'
import { writeBundle } from '../../electron/engine/bundle/writeBundle.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { exporter, facts, textFile } from '../fixtures/bundle/sampleBundle.ts'

const chunk = 65_536 + 16

let folder = ''
let file = ''
let identity = ''
let recipient = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-tamper-'))
  file = join(folder, 'bundle.age')
  ;({ identity, recipient } = await newIdentity())
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** @returns the whole file, and how many bytes stand before the first chunk */
async function write(evidence: number): Promise<{ sealed: Buffer; before: number }> {
  const contents = evidence === 0 ? [] : [textFile('evidence/00001', randomBytes(evidence))]
  const { privateKey } = exporter
  await writeBundle({ file, contents, facts, privateKey, lock: { recipients: [recipient] } })
  const sealed = readFileSync(file)
  return { sealed, before: sealed.indexOf('\n', sealed.indexOf('\n---') + 1) + 1 + 16 }
}

async function codeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
    return 'accepted'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const verify = (path = file) =>
  codeOf(verifyBundle({ file: path, unlock: { identities: [identity] }, onJournal: () => null }))
const read = () =>
  codeOf(
    readBundle({
      file,
      unlock: { identities: [identity] },
      stagingFolder: join(folder, 'staging'),
      random: randomBytes,
    }),
  )

const headerCodes = [
  'bundle.damaged',
  'bundle.not_for_you',
  'bundle.not_a_bundle',
  'bundle.unknown_format',
  'bundle.incomplete',
]

/** Flips one bit of every `lanes`-th byte in a copy of its own. @returns how many were refused */
async function flipEvery(sealed: Buffer, before: number, lane: number, lanes: number): Promise<number> {
  const copy = join(folder, `${lane}.age`)
  writeFileSync(copy, sealed)
  const handle = openSync(copy, 'r+')
  let refused = 0
  for (let at = lane; at < sealed.length; at += lanes) {
    const original = sealed[at] ?? 0
    writeSync(handle, Uint8Array.of(original ^ (1 << (at & 7))), 0, 1, at)
    const code = await verify(copy)
    expect(at < before - 16 ? headerCodes : ['bundle.damaged'], `byte ${at}`).toContain(code)
    refused += 1
    writeSync(handle, Uint8Array.of(original), 0, 1, at)
  }
  closeSync(handle)
  expect(await verify(copy)).toBe('accepted')
  rmSync(copy)
  return refused
}

function codesOfCut(at: number, before: number): string[] {
  if (at === 0) return ['bundle.not_a_bundle']
  // Within the first chunk there is no authentic byte yet that could say how long the file was.
  const inFirstChunk = at > before && at < before + chunk
  return inFirstChunk ? ['bundle.damaged', 'bundle.incomplete'] : ['bundle.incomplete']
}

describe('a bundle that was tampered with', () => {
  it('is refused with any one of its bytes changed', async () => {
    const { sealed, before } = await write(0)
    const lanes = 8
    const refused = await Promise.all(
      Array.from({ length: lanes }, (_, lane) => flipEvery(sealed, before, lane, lanes)),
    )
    expect(refused.reduce((sum, count) => sum + count, 0)).toBe(sealed.length)
    expect(await verify()).toBe('accepted')
    expect(readdirSync(folder)).toEqual(['bundle.age'])
  }, 120_000)

  it('leaves nothing behind, whichever bit was flipped', async () => {
    const { sealed, before } = await write(150_000)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: before * 8, max: sealed.length * 8 - 1 }), async (bit) => {
        const altered = Buffer.from(sealed)
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        writeFileSync(file, altered)
        expect(await read()).toBe('bundle.damaged')
        expect(readdirSync(folder)).toEqual(['bundle.age'])
      }),
      { numRuns: 40 },
    )
  })

  it('is refused cut anywhere near an edge, and mostly known to be incomplete', async () => {
    const { sealed, before } = await write(150_000)
    const codes = new Map<number, string>()
    for (const edge of [0, before - 16, before, before + chunk, before + 2 * chunk, sealed.length]) {
      for (let at = Math.max(0, edge - 18); at < Math.min(sealed.length, edge + 18); at += 1) {
        writeFileSync(file, sealed)
        truncateSync(file, at)
        codes.set(at, await read())
      }
    }
    for (const [at, code] of codes) expect(codesOfCut(at, before), `cut at ${at}`).toContain(code)
    expect(readdirSync(folder)).toEqual(['bundle.age'])
  })

  it('is refused with bytes added, named as such once the list of contents is read', async () => {
    await write(150_000)
    appendFileSync(file, '\n')
    expect(await read()).toBe('bundle.trailing_data')
    await write(0)
    appendFileSync(file, '\n')
    expect(await read()).toBe('bundle.damaged')
    expect(readdirSync(folder)).toEqual(['bundle.age'])
  })

  it('is refused when it is none: empty, text, a picture, a newer age, a folder', async () => {
    const others: [string | Buffer, string][] = [
      ['', 'bundle.not_a_bundle'],
      ['Dear auditor', 'bundle.not_a_bundle'],
      [Buffer.from('89504e470d0a1a0a', 'hex'), 'bundle.not_a_bundle'],
      ['age-encryption.org/v2\n-> X25519 abc\n\n--- abc\n', 'bundle.unknown_format'],
      ['age-encryption.org/v1\n-> X25519', 'bundle.incomplete'],
      [`age-encryption.org/v1\n${'-> grease\n\n'.repeat(60_000)}`, 'bundle.damaged'],
    ]
    for (const [content, code] of others) {
      writeFileSync(file, content)
      expect(await read(), JSON.stringify(content.toString().slice(0, 30))).toBe(code)
    }
    file = folder
    expect(await read()).toBe('file.not_regular')
  })
})
