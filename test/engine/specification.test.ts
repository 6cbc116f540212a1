import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { newIdentity } from '../../electron/engine/bundle/identities.ts'
import { writeBundleExample } from '../documents/bundleExample.ts'
import { readArchive, signerOf } from '../specification/bundle.ts'
import { canonicalJson, type Json } from '../specification/canonicalJson.ts'
import { foldEntries, readJournal } from '../specification/journal.ts'
import { Refusal } from '../specification/refusal.ts'
import { openStoredFile, openTables } from '../specification/store.ts'
import { auditor, control, engagementOf, handOver } from './auditors.ts'
import { testPassphrase } from './openTestEngine.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-specification-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** What stock `age` makes of a bundle. */
function archiveOf(file: string, identity: string): Buffer {
  const key = join(folder, 'key.txt')
  writeFileSync(key, `${identity}\n`)
  return execFileSync('age', ['-d', '-i', key, file])
}

type State = Record<string, Record<string, Record<string, Json>>>

describe('a reader that was written from docs/BUNDLE.md and docs/JOURNAL.md alone', () => {
  it('takes the example, and no archive with a byte changed, cut or added', async () => {
    const file = join(folder, 'example.tickmark')
    const { identity } = await writeBundleExample(file)
    const archive = archiveOf(file, identity)
    expect(readArchive(archive).manifest.files).toHaveLength(6)
    for (let at = 0; at < archive.length; at += 41) {
      const changed = Buffer.from(archive)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => readArchive(changed), `byte ${at}`).toThrow(Error)
    }
    expect(() => readArchive(archive.subarray(0, -512))).toThrow(Refusal)
    expect(() => readArchive(Buffer.concat([archive, Buffer.alloc(512)]))).toThrow(Refusal)
  })

  it('reads what two auditors made: signature, chains, state, a conflict, and whose sign-off it is', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId, controlId } = await engagementOf(ann)
    await handOver(ann, ben, engagementId)
    await ann.call('control.save', { engagementId, controlId, ...control, title: 'Approval by two people' })
    await ben.call('control.save', { engagementId, controlId, ...control, title: 'Approval by the owner' })
    await ann.call('signOff.add', { target: { entity: 'control', id: controlId }, role: 'preparer' })
    await handOver(ben, ann, engagementId)
    const { identity, recipient } = await newIdentity()
    const file = join(folder, 'engagement.tickmark') as FileRef
    await ann.call('bundle.export', { engagementId, file, recipients: [recipient] })

    const { manifest, files } = readArchive(archiveOf(file, identity))
    const entries = readJournal(files.get('journal.jsonl')?.toString() ?? '', engagementId, manifest.heads)
    const { state, conflicts } = foldEntries(entries)
    expect(state).toBe(files.get('state.json')?.toString())
    expect(conflicts).toEqual([`control ${controlId} title`])
    const shown = await ann.call('conflict.list', { engagementId })
    expect(shown.conflicts.map(({ entity, id, field }) => `${entity} ${id} ${field}`)).toEqual(conflicts)
    expect(signersOf(JSON.parse(state) as State, engagementId)).toEqual([manifest.exporter.publicKey])
  })
})

describe('a way into a store that was written from docs/SECURITY.md alone', () => {
  it('opens its tables and evidence with the passphrase, and nothing without it', async () => {
    const engine = await auditor('Ann Lee')
    const { controlId } = await engagementOf(engine)
    const file = join(folder, 'approval.txt') as FileRef
    writeFileSync(file, Buffer.alloc(150_000, 'approved by Q. Wolf\n'))
    await engine.call('evidence.attach', { target: { entity: 'control', id: controlId }, file })
    await engine.call('store.lock', {})
    const tables = await openTables(engine.storeFolder, testPassphrase)
    expect(tables.prepare('SELECT client FROM engagement').pluck().all()).toEqual(['Northwind Ledger, Inc.'])
    const stored = tables.prepare<[], { storedName: string; key: Buffer }>(
      'SELECT stored_name AS storedName, key FROM evidence_file',
    )
    const { storedName = '', key = Buffer.alloc(32) } = stored.get() ?? {}
    expect(openStoredFile(engine.storeFolder, storedName, key).equals(readFileSync(file))).toBe(true)
    tables.close()
    await expect(openTables(engine.storeFolder, 'another ordinary sentence')).rejects.toThrow(Refusal)
  })
})

/** @returns the keys that signed the sign-offs, each of them that of the person whom it names */
function signersOf(state: State, engagementId: string): string[] {
  return Object.entries(state['signOff'] ?? {}).map(([signOffId, row]) => {
    const { targetEntity = '', targetId = '', role = '', by = '', practitionerRole = '' } = row
    const { contentSha256 = '', heads = [], at = '', signature } = row
    const statement = canonicalJson({
      format: 'tickmark-sign-off',
      version: 1,
      signOffId,
      engagementId,
      target: { entity: targetEntity, id: targetId },
      role,
      practitionerId: by,
      practitionerRole,
      contentSha256,
      heads,
      at,
    })
    const key = signerOf(Buffer.from(textIn(signature)), Buffer.from(statement), 'tickmark-checkpoint')
    expect(textIn(state['teamMember']?.[`${engagementId}:${textIn(by)}`]?.['publicKey'])).toContain(key)
    return key
  })
}

const textIn = (value: Json | undefined) => (typeof value === 'string' ? value : '')
