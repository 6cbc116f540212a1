import { describe, expect, it } from 'vitest'
import { auditor, bundleFor, engagementOf, handOver } from './auditors.ts'

describe('the signer of a bundle', () => {
  it('is confirmed afterwards at first contact, and before anything is taken by a store that knows others', async () => {
    const [ann, ben, cat] = [await auditor('Ann Lee'), await auditor('Ben Roth'), await auditor('Cat Voss')]
    const { engagementId } = await engagementOf(ann)
    const file = await bundleFor(ben, ann, engagementId)
    const first = await ben.call('bundle.inspect', { file })
    expect(first).toMatchObject({ confirmation: 'afterwards', signer: { status: 'unknown' } })
    const catsCard = await cat.call('colleague.ownCard', {})
    await ben.call('signer.add', { principal: 'Cat Voss', publicKey: catsCard.publicKey })
    await expect(ben.call('bundle.inspect', { file })).resolves.toMatchObject({ confirmation: 'before' })
    await expect(ben.call('bundle.import', { file })).rejects.toMatchObject({ code: 'bundle.unknown_signer' })
    const confirmedSigner = first.signer.fingerprint
    await expect(ben.call('bundle.import', { file, confirmedSigner })).resolves.toMatchObject({ added: 2 })
    await expect(ben.call('bundle.inspect', { file })).resolves.toMatchObject({
      confirmation: 'none',
      signer: { status: 'known', principal: 'Ann Lee' },
    })
  })

  it('whose key ended is shown as such, and refused until its words were compared', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId } = await engagementOf(ann)
    const { publicKey, fingerprint } = await ann.call('colleague.ownCard', {})
    await ben.call('signer.add', { principal: 'Ann Lee', publicKey, validBefore: '2026-01-01T00:00:00Z' })
    const file = await bundleFor(ben, ann, engagementId)
    await expect(ben.call('bundle.inspect', { file })).resolves.toMatchObject({
      confirmation: 'before',
      signer: { status: 'expired', validBefore: '2026-01-01T00:00:00Z' },
    })
    await expect(handOver(ann, ben, engagementId)).rejects.toMatchObject({ code: 'bundle.signer_not_valid' })
    const taken = await ben.call('bundle.import', { file, confirmedSigner: fingerprint })
    expect(taken).toMatchObject({ added: 2, signer: { status: 'known' } })
  })
})
