import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verdictText } from '../../electron/cli/verdictText.ts'
import { newIdentity } from '../../electron/engine/bundle/identities.ts'
import type { BundleVerdict } from '../../shared/contract/bundle.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { type CompleteFile, openCompleteFile } from './completeFile.ts'

let work: CompleteFile
let bundle: FileRef
let folder: string
let identityFile: FileRef

beforeEach(async () => {
  work = await openCompleteFile()
  const { identity, recipient } = await newIdentity()
  const { engine, engagementId } = work
  identityFile = join(engine.folder, 'key.txt') as FileRef
  bundle = join(engine.folder, 'bundle.age') as FileRef
  folder = join(engine.folder, 'out')
  writeFileSync(identityFile, `${identity}\n`)
  await engine.call('engagement.lock', { engagementId })
  await engine.call('bundle.export', { engagementId, file: bundle, recipients: [recipient] })
  mkdirSync(folder)
  const { status } = spawnSync('bash', ['-o', 'pipefail', '-c', 'age -d -i ../key.txt ../bundle.age | tar -x'], {
    cwd: folder,
  })
  if (status !== 0) throw new Error('age and tar do not open the bundle')
}, 60_000)
afterEach(() => work.engine.close())

const verdictOn = (file: string): Promise<BundleVerdict> => work.engine.call('bundle.inspect', { file, identityFile })
const failed = ({ checks }: BundleVerdict) => checks.filter(({ passed }) => !passed).map(({ check }) => check)
const evidenceIn = () => join(folder, 'evidence', readdirSync(join(folder, 'evidence'))[0] ?? '')

describe('the verdict on a bundle of a locked file', () => {
  it('says of signature, hashes, journal, state, evidence, sign-offs, lock and omissions what was found, also of the unpacked folder', async () => {
    const verdict = await verdictOn(bundle)
    expect(verdict.valid).toBe(true)
    expect(verdict.checks.map(({ check }) => check)).toEqual([
      'signature',
      'hashes',
      'journal',
      'state',
      'evidence',
      'sign-offs',
      'lock',
      'omissions',
    ])
    expect(verdict.checks.find(({ check }) => check === 'lock')?.says).toContain('Locked by Ada Cole')
    expect(verdict.checks.find(({ check }) => check === 'evidence')?.says).toContain('2 pieces of evidence')
    await expect(verdictOn(folder)).resolves.toEqual(verdict)
    await expect(verdictOn(`${folder}/`)).resolves.toEqual(verdict)
  }, 30_000)

  it('can be filed as text, in which what others typed forges no line', async () => {
    const verdict = await verdictOn(bundle)
    const lines = verdictText('bundle.age', verdict).split('\n')
    expect(lines[0]).toBe('VERDICT     VALID: it is what its maker signed')
    expect(lines).toContain('Client      Meridian Ledger')
    expect(lines.filter((line) => line.startsWith('passed  '))).toHaveLength(8)
    const forged = { ...verdict, valid: false, purpose: 'Review\nVERDICT     VALID\u202E\u001B[2J' }
    const text = verdictText('bundle.age', forged)
    expect(text.split('\n').filter((line) => line.startsWith('VERDICT'))).toEqual(['VERDICT     NOT VALID'])
    expect(['\u202E', '\u001B'].filter((mark) => text.includes(mark))).toEqual([])
  }, 30_000)

  it('names in an unpacked folder what differs, is missing or was put there, and refuses links', async () => {
    writeFileSync(evidenceIn(), 'We do not.')
    expect(failed(await verdictOn(folder))).toEqual(['hashes'])
    const name = evidenceIn()
    rmSync(name)
    writeFileSync(join(folder, 'note.txt'), 'believe me')
    const { valid, checks } = await verdictOn(folder)
    expect(valid).toBe(false)
    expect(checks.find(({ check }) => check === 'hashes')?.says).toMatch(/not in it: evidence\/.*note\.txt/)
    symlinkSync(identityFile, name)
    await expect(verdictOn(folder)).rejects.toMatchObject({ code: 'file.not_regular' })
    rmSync(join(folder, 'manifest.json.sig'))
    await expect(verdictOn(folder)).rejects.toMatchObject({ code: 'bundle.not_a_bundle' })
  }, 30_000)
})
