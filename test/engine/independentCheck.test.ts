import { spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { newIdentity } from '../../electron/engine/bundle/identities.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { auditor, control, engagementOf, handOver } from './auditors.ts'
import { introduce } from './exchangeTeam.ts'

const script = fileURLToPath(new URL('../fixtures/bundle/recompute.mjs', import.meta.url))

function run(command: string, args: string[], cwd: string, input = ''): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, input })
  return { status, text: `${stdout.toString()}${stderr.toString()}` }
}

describe('a bundle of two people who worked apart', () => {
  it('has the chain and the state that a script with nothing of Tickmark computes, and no other', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId, controlId } = await engagementOf(ann)
    const second = await ann.call('control.save', { engagementId, ...control, ref: 'CHG-02' })
    const third = await ann.call('control.save', { engagementId, ...control, ref: 'CHG-03' })
    await handOver(ann, ben, engagementId)
    await ann.call('control.save', { engagementId, controlId, ...control, title: 'Approval by two people' })
    await ben.call('control.save', { engagementId, controlId, ...control, title: 'Approval by the owner' })
    await ann.call('control.remove', { controlId: second.controlId })
    await ben.call('control.save', {
      engagementId,
      controlId: second.controlId,
      ...control,
      ref: 'CHG-02',
      title: 'Kept',
    })
    await ben.call('control.remove', { controlId: third.controlId })
    await handOver(ben, ann, engagementId)
    const { identity, recipient } = await newIdentity()
    const file = join(ann.folder, 'bundle.age') as FileRef
    await ann.call('bundle.export', { engagementId, file, recipients: [recipient] })
    const folder = join(ann.folder, 'unpacked')
    await mkdir(folder)
    await writeFile(join(folder, '..', 'key.txt'), `${identity}\n`)
    expect(run('bash', ['-c', 'age -d -i ../key.txt ../bundle.age | tar -x'], folder)).toEqual({ status: 0, text: '' })
    expect(run(process.execPath, [script, folder], folder)).toEqual({
      status: 0,
      text: '9 entries, heads as signed, state as written\n',
    })
    const state = join(folder, 'state.json')
    await writeFile(state, (await readFile(state, 'utf8')).replace('Approval by', 'Refusal by'))
    expect(run(process.execPath, [script, folder], folder).status).toBe(1)
    const journal = join(folder, 'journal.jsonl')
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('CHG-03', 'CHG-30'))
    expect(run(process.execPath, [script, folder], folder).text).toContain('the hash is another')
  })
})

describe('the signers that a store knows', () => {
  it('are believed by ssh-keygen as we write them, within their days and for nobody else', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    await introduce(ann, ben)
    const { engagementId } = await engagementOf(ann)
    const { identity, recipient } = await newIdentity()
    const folder = ann.folder
    const file = join(folder, 'bundle.age') as FileRef
    await ann.call('bundle.export', { engagementId, file, recipients: [recipient] })
    await writeFile(join(folder, 'key.txt'), `${identity}\n`)
    const unpacking = 'age -d -i key.txt bundle.age | tar -x manifest.json manifest.json.sig'
    expect(run('bash', ['-c', unpacking], folder).status).toBe(0)
    const manifest = await readFile(join(folder, 'manifest.json'), 'utf8')
    const list = join(folder, 'allowed_signers') as FileRef
    const verify = async (principal: string, at = '20261020090000Z') => {
      await ben.call('signer.export', { file: list })
      const named = ['-f', list, '-I', principal, '-n', 'tickmark-bundle', '-O', `verify-time=${at}`]
      return run('ssh-keygen', ['-Y', 'verify', ...named, '-s', 'manifest.json.sig'], folder, manifest)
    }
    const { publicKey, fingerprint } = await ann.call('colleague.ownCard', {})
    expect(await verify('Ann Lee')).toMatchObject({ status: 0, text: expect.stringContaining(fingerprint) })
    expect((await verify('Ben Roth')).status).not.toBe(0)
    await ben.call('signer.remove', { signerId: fingerprint, reason: 'She leaves in November.' })
    expect((await verify('Ann Lee')).status).not.toBe(0)
    const bounds = { validAfter: '2026-10-01T00:00:00Z', validBefore: '2026-11-01T00:00:00Z' }
    await ben.call('signer.add', { principal: 'Ann Lee', publicKey, ...bounds })
    expect((await verify('Ann Lee')).status).toBe(0)
    expect((await verify('Ann Lee', '20261101000001Z')).status).not.toBe(0)
    expect((await verify('Ann Lee', '20260930235959Z')).status).not.toBe(0)

    // The same by our own hand: a bundle of an ended key is shown as such, and refused until the words are compared again.
    const card = await ben.call('colleague.ownCard', {})
    const forBen = join(folder, 'for-ben.age') as FileRef
    await ann.call('bundle.export', { engagementId, file: forBen, recipients: [card.recipient] })
    ben.clock.set('2026-11-02T09:00:00Z')
    await expect(ben.call('bundle.inspect', { file: forBen })).resolves.toMatchObject({
      signer: { status: 'expired', principal: 'Ann Lee' },
    })
    await expect(ben.call('bundle.import', { file: forBen })).rejects.toMatchObject({ code: 'bundle.signer_not_valid' })
    const confirmed = { file: forBen, confirmedSigner: fingerprint }
    await expect(ben.call('bundle.import', confirmed)).resolves.toMatchObject({ isNewEngagement: true })
  })
})
