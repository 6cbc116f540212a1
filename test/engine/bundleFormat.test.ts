import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newIdentity, readIdentities } from '../../electron/engine/bundle/identities.ts'
import { readBundle } from '../../electron/engine/bundle/readBundle.ts'
import { keyFingerprint } from '../../electron/engine/bundle/sshPublicKey.ts'
import { verifyBundle } from '../../electron/engine/bundle/verifyBundle.ts'
import { writeBundle } from '../../electron/engine/bundle/writeBundle.ts'
import { contents, exporter, facts, journalText, textFile } from '../fixtures/bundle/sampleBundle.ts'

const passphrase = 'anchor-velvet-tulip-canyon-otter-mosaic-lantern'
const workFactor = 10
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-bundle-'))
  file = join(folder, 'nordlys.tickmark')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(change: Partial<Parameters<typeof writeBundle>[0]> = {}) {
  const { privateKey } = exporter
  return writeBundle({ file, contents, facts, privateKey, lock: { passphrase, workFactor }, ...change })
}

function read(change: Partial<Parameters<typeof readBundle>[0]> = {}) {
  return readBundle({
    file,
    unlock: { passphrase },
    stagingFolder: join(folder, 'staging'),
    random: randomBytes,
    ...change,
  })
}

async function text(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts).toString('utf8')
}

function* breaks(): Generator<Uint8Array> {
  yield randomBytes(3_000_000)
  throw new Error('evidence cannot be read')
}

describe('a bundle', () => {
  it('gives back every file with its own name, its order and what its maker stated', async () => {
    const written = await write()
    const { manifest, signer, files } = await read()
    expect(written).toEqual({ sha256: sha256(readFileSync(file)), bytes: statSync(file).size, files: 8 })
    expect(manifest).toMatchObject({ ...facts, exporter: { ...facts.exporter }, recipients: 'passphrase' })
    expect(signer.fingerprint).toBe(keyFingerprint(exporter.publicKey))
    expect(files.map(({ path }) => path)).toEqual([
      'SHA256SUMS',
      'README.txt',
      'allowed_signers',
      'journal.jsonl',
      'state.json',
      'index.html',
      'evidence/00001-invoice.pdf',
      'evidence/00002.csv',
    ])
    const leavers = files.at(-1)
    expect(leavers).toMatchObject({ name: '../../leavers.csv', sha256: sha256('user,left\n7,2025-03-01\n'), size: 23 })
    expect(leavers && (await text(leavers.open()))).toBe('user,left\n7,2025-03-01\n')
  })

  it('is staged without a readable byte or name, and leaves nothing when it is discarded', async () => {
    await write()
    const staging = join(folder, 'staging')
    const { files, discard } = await read()
    expect(readdirSync(staging).toSorted()).toEqual(files.map(({ storedName }) => storedName).toSorted())
    for (const name of readdirSync(staging)) {
      expect(name).toMatch(/^[0-9a-f]{32}$/)
      expect(readFileSync(join(staging, name)).includes('invoice')).toBe(false)
    }
    await discard()
    expect(existsSync(staging)).toBe(false)
    expect(files.every(({ key }) => key.every((byte) => byte === 0))).toBe(true)
  })

  it('holds no readable trace of the client', async () => {
    await write()
    const sealed = readFileSync(file)
    for (const trace of ['Nordlys', 'invoice', 'manifest.json', 'Ada']) expect(sealed.includes(trace)).toBe(false)
  })

  it('for named recipients opens for each of them and for nobody else', async () => {
    const [ada, grace, other] = await Promise.all([newIdentity(), newIdentity(), newIdentity()])
    await write({ lock: { recipients: [ada.recipient, grace.recipient] } })
    for (const { identity } of [ada, grace]) {
      const staged = await read({ unlock: { identities: [other.identity, identity] } })
      expect(staged.manifest.recipients).toHaveLength(2)
      await staged.discard()
    }
    await expect(read({ unlock: { identities: [other.identity] } })).rejects.toMatchObject({
      code: 'bundle.not_for_you',
    })
    await expect(read()).rejects.toMatchObject({ code: 'bundle.needs_identity' })
    expect(existsSync(join(folder, 'staging'))).toBe(false)
  })

  it('says which key it needs, and tells a wrong passphrase from damage', async () => {
    const { identity } = await newIdentity()
    await write()
    await expect(read({ unlock: { passphrase: `${passphrase}!` } })).rejects.toMatchObject({
      code: 'bundle.wrong_passphrase',
    })
    await expect(read({ unlock: { identities: [identity] } })).rejects.toMatchObject({
      code: 'bundle.needs_passphrase',
    })
    await expect(read({ unlock: { identities: ['AGE-SECRET-KEY-1X'] } })).rejects.toMatchObject({
      code: 'bundle.invalid_identity',
    })
    await expect(read({ unlock: { identities: [] } })).rejects.toMatchObject({ code: 'bundle.unlock_required' })
  })

  it('is not written for a weak passphrase, a mistyped recipient or a path that is none', async () => {
    const { recipient } = await newIdentity()
    const wrong = `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`
    await expect(write({ lock: { passphrase: 'short' } })).rejects.toMatchObject({ code: 'bundle.weak_passphrase' })
    await expect(write({ lock: { recipients: [wrong] } })).rejects.toMatchObject({ code: 'bundle.invalid_recipient' })
    for (const path of ['../x', 'manifest.json', 'SHA256SUMS', 'evidence/Journal.jsonl/../x']) {
      await expect(write({ contents: [textFile(path, 'x')] })).rejects.toMatchObject({ code: 'bundle.invalid_content' })
    }
    const twice = [textFile('evidence/a', '1'), textFile('evidence/A', '2')]
    await expect(write({ contents: twice })).rejects.toMatchObject({ code: 'bundle.invalid_content' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('that fails or is cancelled half way leaves the older file as it was, and no part', async () => {
    writeFileSync(file, 'the bundle of last week')
    const failing = { ...textFile('evidence/b', ''), open: breaks, size: 4_000_000, sha256: 'b'.repeat(64) }
    await expect(write({ contents: [failing] })).rejects.toThrow('evidence cannot be read')
    const changed = { ...textFile('evidence/c', 'new text'), size: 8, sha256: sha256('old text') }
    await expect(write({ contents: [changed] })).rejects.toMatchObject({ code: 'bundle.source_changed' })
    const cancel = new AbortController()
    const onProgress = () => {
      cancel.abort(new Error('cancelled by the auditor'))
    }
    await expect(write({ signal: cancel.signal, onProgress })).rejects.toThrow('cancelled by the auditor')
    expect(readdirSync(folder)).toEqual(['nordlys.tickmark'])
    expect(readFileSync(file, 'utf8')).toBe('the bundle of last week')
    await write()
    expect((await read()).files).toHaveLength(8)
  })

  it('cannot be written where there is no folder, and says so', async () => {
    await expect(write({ file: join(folder, 'none', 'x.tickmark') })).rejects.toMatchObject({ code: 'file.unwritable' })
  })

  it('of several megabytes arrives with progress, and cancelling its import leaves nothing', async () => {
    const big = randomBytes(5_000_000)
    await write({ contents: [...contents, textFile('evidence/00003.bin', big)] })
    const seen: number[] = []
    const staged = await read({ onProgress: ({ done, total }) => seen.push(done / total) })
    expect(staged.files.at(-1)?.sha256).toBe(sha256(big))
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    await staged.discard()
    const cancel = new AbortController()
    const onProgress = () => {
      cancel.abort(new Error('cancelled by the auditor'))
    }
    await expect(read({ signal: cancel.signal, onProgress })).rejects.toThrow('cancelled by the auditor')
    expect(readdirSync(folder)).toEqual(['nordlys.tickmark'])
  })
})

describe('verifying a bundle without a store', () => {
  it('gives signer, counts, omissions and the journal, and writes nothing', async () => {
    await write()
    const found = await verifyBundle({
      file,
      unlock: { passphrase },
      onJournal: ({ journal, state }) => [journal?.toString(), state?.toString()],
    })
    expect(found).toMatchObject({ valid: true, files: 8, problems: [], journal: [journalText, '{"controls":[]}'] })
    expect(found.manifest.omissions).toEqual(facts.omissions)
    expect(readdirSync(folder)).toEqual(['nordlys.tickmark'])
  })

  it('refuses a journal that does not fit into memory', async () => {
    await write()
    const limits = { memoryBytes: 10 }
    await expect(verifyBundle({ file, unlock: { passphrase }, limits, onJournal: () => null })).rejects.toMatchObject({
      code: 'bundle.too_large',
      details: { what: 'journal.jsonl' },
    })
  })
})

describe('an identity file', () => {
  it('is read as age-keygen writes it', async () => {
    const { identity, recipient } = await newIdentity()
    expect(await readIdentities(`# created: 2026-01-15\n# public key: ${recipient}\n${identity}\n`)).toEqual([identity])
  })

  it('with a mistyped line is refused, without repeating what may be a secret', async () => {
    const { identity } = await newIdentity()
    const mistyped = `${identity.slice(0, -1)}${identity.endsWith('Q') ? 'P' : 'Q'}`
    const failure = await readIdentities(mistyped).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'bundle.invalid_identity' })
    expect(JSON.stringify(failure)).not.toContain(mistyped)
    await expect(readIdentities('# nothing\n')).rejects.toMatchObject({ code: 'bundle.invalid_identity' })
  })
})
