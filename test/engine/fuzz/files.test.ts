import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { keyringName, parseKeyring } from '../../../electron/engine/keyring/keyringFile.ts'
import { contract, type MethodName } from '../../../shared/contract/index.ts'
import type { FileRef } from '../../../shared/contract/values.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { openOnePaperEach } from '../onePaperEach.ts'
import type { TestEngine } from '../openTestEngine.ts'
import { altered, alteredWithin } from './alterations.ts'
import { writeSampleFiles } from './sampleFiles.ts'
import { type WatchedCall, watchCalls } from './watchCalls.ts'

const tries = 20

let engine: TestEngine
let engagementId: string
let procedureId: string
let requestId: string
let samples: string
let watched: WatchedCall

beforeAll(async () => {
  const whole = await openOnePaperEach()
  ;({ engine, engagementId } = whole)
  requestId = whole.papers['requestId'] ?? ''
  procedureId = whole.papers['procedureId'] ?? ''
  samples = join(engine.folder, 'samples')
  await writeSampleFiles(engine, engagementId, samples)
  watched = await watchCalls(engine)
})
afterAll(() => engine.close())

/** A method that reads a file, with what it is asked beside; `named` where the file is called otherwise than `file`. */
type Read = { method: MethodName; params?: () => object; named?: (file: FileRef) => object }

const ofEngagement = () => ({ engagementId })
const columns = { itemId: 'id', date: 'day' }
const asPopulation: Read[] = [
  { method: 'population.preview' },
  { method: 'population.import', params: () => ({ engagementId, name: 'Fuzzed', columns, skipRejected: true }) },
  { method: 'population.badRows', params: () => ({ columns }) },
]
const attached: Read = {
  method: 'evidence.attach',
  params: () => ({ target: { entity: 'engagement', id: engagementId } }),
}
const attachedAmong: Read = { ...attached, method: 'evidence.attachAll', named: (file) => ({ files: [file] }) }

/** Every form of file that is read, and by what. */
const readers: Record<string, Read[]> = {
  'list.csv': [...asPopulation, { method: 'request.import', params: () => ({ requestId }) }],
  'controls.csv': [
    { method: 'control.preview' },
    { method: 'control.import', params: ofEngagement },
    { method: 'request.importRegister', params: () => ({ engagementId, dryRun: true }) },
  ],
  'wording.csv': [{ method: 'wording.import', params: () => ({ framework: 'tsc-2017' }) }],
  'sheet.csv': [
    { method: 'result.preview', params: () => ({ procedureId }) },
    { method: 'result.import', params: () => ({ procedureId, overwrite: true }) },
  ],
  'list.jsonl': asPopulation,
  'list.xlsx': [...asPopulation, attached],
  'report.docx': [
    { method: 'description.importFile', params: () => ({ engagementId, replace: true }) },
    { method: 'report.addTemplate', params: () => ({ name: 'Fuzzed' }) },
    { method: 'report.difference', params: ofEngagement, named: (file) => ({ against: { file } }) },
    attached,
  ],
  'package.zip': [
    { method: 'package.inspect', params: ofEngagement },
    { method: 'package.import', params: ofEngagement },
  ],
  'review.pdf': [attached, attachedAmong],
  'screen.png': [attached],
  'whole.tickmark': [{ method: 'bundle.inspect' }, { method: 'bundle.import' }, { method: 'prior.open' }],
  'locked.tickmark': [{ method: 'bundle.inspect', params: () => ({ passphraseFile: join(samples, 'passphrase') }) }],
  'card.txt': [{ method: 'colleague.readCard' }],
  'signers.txt': [{ method: 'signer.import' }],
}

/** Methods that are told of a file or a folder and are not above: they write it, or what they read is altered in another test. */
const others: Record<string, string> = {
  'store.create': 'writes',
  'store.open': 'the keyring is below, the tables are in faults/damage.test.ts',
  'store.setBackupPlan': 'writes',
  'store.backup': 'writes',
  'store.backups': 'what is no label of a backup is left out: backup.test.ts',
  'store.restore': 'as store.open',
  'engagement.attachToAddendum': 'as evidence.attach, beside a lock',
  'engagement.destroy': 'writes',
  'population.exportRejected': 'writes',
  'population.compare': 'writes',
  'sample.proof': 'writes',
  'complementary.export': 'writes',
  'request.export': 'writes',
  'request.exportRegister': 'writes',
  'deviation.export': 'writes',
  'iso.export': 'writes',
  'workpapers.export': 'writes',
  'evidence.save': 'writes',
  'narrative.export': 'writes',
  'release.check': 'the statement beside an installer is altered in release.test.ts',
  'report.export': 'writes',
  'report.saveTemplate': 'writes',
  'journal.export': 'writes',
  'bundle.export': 'writes',
  'list.export': 'writes',
  'print.writePdf': 'writes',
  'colleague.exportCard': 'writes',
  'signer.export': 'writes',
  'exchange.setFolder': 'a folder of bundles: exchangeProperties.test.ts',
}

/** @returns whether something in a schema is a file or a folder, which is all that has their length */
function namesFile(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false
  if ('maxLength' in schema && schema.maxLength === 4096) return true
  return Object.values(schema).some(namesFile)
}

/** What an altered file is made of. */
function alterationsOf(name: string, sound: Buffer): fc.Arbitrary<Buffer> {
  return /\.(xlsx|docx|zip)$/.test(name) ? fc.oneof(altered(sound), alteredWithin(sound)) : altered(sound)
}

describe('a file that was altered', () => {
  it.each(Object.entries(readers))('%s is read, or refused by a code and leaves nothing', async (name, reads) => {
    const sound = await readFile(join(samples, name))
    const file = join(engine.folder, `altered-${name}`) as FileRef
    await fc.assert(
      fc.asyncProperty(alterationsOf(name, sound), fc.constantFrom(...reads), async (bytes, read) => {
        const { method, params, named = () => ({ file }) } = read
        await writeFile(file, bytes)
        const outcome = await watched(() => engine.callRaw(method, { ...params?.(), ...named(file) }))
        const codes: readonly string[] = contract[method].errors
        expect(outcome === 'done' || codes.includes(outcome), `${method} refused with ${outcome}`).toBe(true)
      }),
      { numRuns: name === 'locked.tickmark' ? 2 : tries, endOnFailure: true },
    )
    if (reads.includes(attached)) await look()
  })

  it('keyring.json is read, or refused as damaged or newer', async () => {
    const sound = await readFile(join(engine.storeFolder, keyringName))
    const codeOf = (bytes: Buffer) => {
      try {
        parseKeyring(bytes.toString())
        return 'read'
      } catch (error) {
        return error instanceof DomainError ? error.code : String(error)
      }
    }
    const codes = ['read', 'keyring.damaged', 'keyring.newer_version']
    fc.assert(
      fc.property(altered(sound), (bytes) => {
        expect(codes).toContain(codeOf(bytes))
      }),
    )
    expect(codeOf(sound)).toBe('read')
  })

  it('is given to every method that reads one', () => {
    const withFile = Object.entries(contract).filter(([, { params }]) =>
      namesFile(z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' })),
    )
    const altering = new Set(Object.values(readers).flatMap((reads) => reads.map(({ method }) => method)))
    const named = withFile.map(([method]) => method).toSorted()
    expect([...altering, ...Object.keys(others)].toSorted()).toEqual(named)
  })

  it('leaves a store that is sound and answers', async () => {
    expect(await engine.call('store.check', { depth: 'full' })).toMatchObject({ sound: true, findings: [] })
    expect(await engine.call('journal.verify', { engagementId })).toMatchObject({ valid: true })
  })
})

/** Shows every file of evidence, and reads the text of those that are new for the search. */
async function look(): Promise<void> {
  const { evidence } = await engine.call('evidence.list', { engagementId })
  for (const { evidenceId } of evidence) {
    expect(await watched(() => engine.call('evidence.preview', { evidenceId }))).toBe('done')
  }
  await engine.call('search.update', {})
}
