import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type MethodName } from '../../../shared/contract/index.ts'
import type { FileRef } from '../../../shared/contract/values.ts'
import { openOnePaperEach } from '../onePaperEach.ts'
import type { TestEngine } from '../openTestEngine.ts'
import { altered, alteredWithin } from './alterations.ts'
import { writeSampleFiles } from './sampleFiles.ts'
import { type WatchedCall, watchCalls } from './watchCalls.ts'

const tries = 20

let engine: TestEngine
let engagementId: string
let requestId: string
let samples: string
let watched: WatchedCall

beforeAll(async () => {
  const whole = await openOnePaperEach()
  ;({ engine, engagementId } = whole)
  requestId = whole.papers['requestId'] ?? ''
  samples = join(engine.folder, 'samples')
  await writeSampleFiles(engine, engagementId, samples)
  watched = await watchCalls(engine)
})
afterAll(() => engine.close())

type Read = { method: MethodName; params?: () => object }

const ofEngagement = () => ({ engagementId })
const list = { name: 'Fuzzed', columns: { itemId: 'id', date: 'day' }, skipRejected: true }
const asPopulation: Read[] = [
  { method: 'population.preview' },
  { method: 'population.import', params: () => ({ engagementId, ...list }) },
]
const attached: Read = {
  method: 'evidence.attach',
  params: () => ({ target: { entity: 'engagement', id: engagementId } }),
}

/** Every form of file that is read, and by what. */
const readers: Record<string, Read[]> = {
  'list.csv': [...asPopulation, { method: 'request.import', params: () => ({ requestId }) }],
  'controls.csv': [
    { method: 'control.preview' },
    { method: 'control.import', params: ofEngagement },
    { method: 'request.importRegister', params: () => ({ engagementId, dryRun: true }) },
  ],
  'wording.csv': [{ method: 'wording.import', params: () => ({ framework: 'tsc-2017' }) }],
  'list.jsonl': asPopulation,
  'list.xlsx': [...asPopulation, attached],
  'report.docx': [
    { method: 'description.importFile', params: () => ({ engagementId, replace: true }) },
    { method: 'report.addTemplate', params: () => ({ name: 'Fuzzed' }) },
    attached,
  ],
  'package.zip': [
    { method: 'package.inspect', params: ofEngagement },
    { method: 'package.import', params: ofEngagement },
  ],
  'review.pdf': [attached],
  'screen.png': [attached],
  'whole.tickmark': [{ method: 'bundle.inspect' }, { method: 'bundle.import' }],
  'locked.tickmark': [{ method: 'bundle.inspect', params: () => ({ passphraseFile: join(samples, 'passphrase') }) }],
  'card.txt': [{ method: 'colleague.readCard' }],
  'signers.txt': [{ method: 'signer.import' }],
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
      fc.asyncProperty(alterationsOf(name, sound), fc.constantFrom(...reads), async (bytes, { method, params }) => {
        await writeFile(file, bytes)
        const outcome = await watched(() => engine.callRaw(method, { ...params?.(), file }))
        const codes: readonly string[] = contract[method].errors
        expect(outcome === 'done' || codes.includes(outcome), `${method} refused with ${outcome}`).toBe(true)
      }),
      { numRuns: name === 'locked.tickmark' ? 2 : tries, endOnFailure: true },
    )
    if (reads.includes(attached)) await look()
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
