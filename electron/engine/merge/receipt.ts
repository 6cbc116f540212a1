import type { SignerStanding } from '../../../shared/contract/signer.ts'
import { type Change, create } from '../../../shared/journal/change.ts'
import type { Manifest } from '../bundle/manifest.ts'

/** What the store notes of something that it received. Its id is the bundle's, so that taking it twice is noted once. */
export function receipt(
  way: 'bundle' | 'exchange',
  { bundleId, engagement, exporter, purpose, created, heads }: Manifest,
  { status, publicKey }: Pick<SignerStanding, 'status' | 'publicKey'>,
  taken: { added: number; conflicts: number; by: string; at: string },
): Change[] {
  return create('receivedBundle', bundleId, {
    ofEngagement: engagement.id,
    way,
    exporter: exporter.name,
    deviceId: exporter.deviceId,
    publicKey,
    signerStatus: status,
    purpose,
    createdAt: created,
    heads,
    ...taken,
  })
}
