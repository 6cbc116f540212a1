import { execFileSync } from 'node:child_process'
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type MethodName } from '../../../shared/contract/index.ts'
import { control } from '../auditors.ts'
import { addControl, period } from '../fieldwork.ts'
import { openOnePaperEach } from '../onePaperEach.ts'
import { testPassphrase, type TestEngine } from '../openTestEngine.ts'
import { treeDigest } from '../treeDigest.ts'
import { paramsOf } from './params.ts'
import { writeSampleFiles } from './sampleFiles.ts'
import type { Existing } from './schemaValues.ts'
import { watchCalls } from './watchCalls.ts'

const tries = 8
/** Each try of these stretches a passphrase, which is made to be dear. */
const dear = /^(practitioner\.add|store\.(create|open|switchUser|changePassphrase|newRecoveryCode|rekey|restore))$/
const missing = 'nowhere/missing.csv'

/** Removing and closing come last, so that the others meet a store with something in it. */
const isLast = (method: string) =>
  /\.(remove|removeReport|removeSection|retire|unlink|destroy|lock|clear|createSample|rollForward|restore)$/.test(
    method,
  )
const methods = (Object.keys(contract) as MethodName[]).toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)))

let engine: TestEngine
let engagementId: string
let existing: Existing
let samples: string
let granted: string
let grants: Record<string, string>
let minutes = 0

beforeAll(async () => {
  const whole = await openOnePaperEach()
  ;({ engine, engagementId } = whole)
  const other = await engine.call('engagement.create', {
    client: 'Another client',
    reportType: 'type2',
    period,
    categories: ['security'],
  })
  const otherControl = await addControl(engine, other.engagementId)
  const { practitioner } = await engine.call('store.status', {})
  samples = join(engine.folder, 'samples')
  granted = join(engine.folder, 'granted')
  const files = await writeSampleFiles(engine, engagementId, samples)
  const tokens = [...files, missing]
  grants = Object.fromEntries(tokens.map((token) => [token, join(granted, token)]))
  existing = {
    ...Object.fromEntries(Object.entries(whole.papers).map(([name, id]) => [name, [id]])),
    engagementId: [engagementId, engagementId, other.engagementId],
    controlId: [whole.controlId, whole.controlId, otherControl],
    practitionerId: [practitioner?.practitionerId ?? ''],
    criterionId: ['CC6.1', 'CC8.1', 'DC 1', 'A1.1'],
    criteria: ['CC6.1', 'CC8.1', 'A1.1'],
    passphrase: [testPassphrase, 'five boats under the long bridge'],
    newPassphrase: [testPassphrase],
    ...Object.fromEntries(['file', 'folder', 'to', 'identityFile'].map((name) => [name, tokens])),
    // The pipe of a shell may hold a passphrase, and is waited for.
    passphraseFile: tokens.filter((token) => token !== 'pipe'),
  }
})
afterAll(() => engine.close())

/** Puts the files that the parameters name where the caller is granted them. @returns a hash over what lies there */
async function grantedFiles(params: unknown): Promise<string> {
  await rm(granted, { recursive: true, force: true })
  await mkdir(granted)
  for (const token of tokensIn(params)) {
    if (token === 'pipe') execFileSync('mkfifo', [join(granted, token)])
    else if (token !== missing)
      await cp(join(samples, token), join(granted, token), { recursive: true, verbatimSymlinks: true })
  }
  return treeDigest(granted)
}

function tokensIn(params: unknown): Set<string> {
  const tokens = new Set(existing['file'])
  const named = typeof params === 'object' && params !== null ? Object.values(params).flat() : []
  return new Set(named.filter((value): value is string => typeof value === 'string' && tokens.has(value)))
}

/** Whoever locked the store or was refused too often comes back an hour later. */
async function comeBack(): Promise<void> {
  minutes += 60
  engine.clock.set(new Date(Date.parse('2026-10-20T09:00:00Z') + minutes * 60_000).toISOString())
  const { open } = await engine.call('store.status', {})
  if (!open) await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
}

describe('a method that is called with whatever its schema takes, nearly takes, or does not take', () => {
  it.each(methods)('%s answers, or refuses with a code that it names and changes nothing', async (method) => {
    const codes = new Set<string>(['done', ...contract[method].errors])
    const watched = await watchCalls(engine)
    await fc.assert(
      fc.asyncProperty(paramsOf(method, existing), async (params) => {
        const files = await grantedFiles(params)
        const outcome = await watched(() => engine.callFromWindow(method, params, grants))
        expect(codes.has(outcome) || /^(call|store)\./.test(outcome), `${method} refused with ${outcome}`).toBe(true)
        expect(outcome === 'done' || (await treeDigest(granted)) === files, 'files are as they were').toBe(true)
        await comeBack()
      }),
      { numRuns: dear.test(method) ? 4 : tries, endOnFailure: true },
    )
    await engine.call('engagement.list', {})
  })

  it('with half of a character in a text, over which no journal can be signed, is refused with the place', async () => {
    const called = engine.callRaw('control.save', { engagementId, ...control, title: 'Approval \uD83D' })
    await expect(called).rejects.toMatchObject({
      code: 'call.invalid_params',
      details: { issues: [{ path: 'title' }] },
    })
  })

  it('leaves a store that is sound', async () => {
    expect(await engine.call('store.check', { depth: 'full' })).toMatchObject({ sound: true, findings: [] })
    expect(await engine.call('journal.verify', { engagementId })).toMatchObject({ valid: true })
  })
})
