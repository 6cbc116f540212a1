import { entryHash, lastSeq } from '../../../db/journal/entries.ts'
import type { Store } from '../../../db/store.ts'
import type { BundleVerdict } from '../../../shared/contract/bundle.ts'
import { lostHistory } from '../../../shared/journal/rememberedHead.ts'
import type { Manifest } from './manifest.ts'

/**
 * Whether a bundle that left this device once, or knew of it, tells more of its entries than the store still holds. A copy of
 * store and keyring together can be put back unseen; a bundle that is elsewhere cannot.
 */
export function lostHere(
  { reader, identity }: Pick<Store, 'reader' | 'identity'>,
  { engagement, heads }: Pick<Manifest, 'engagement' | 'heads'>,
): BundleVerdict['lostHere'] {
  const engagementId = engagement.id
  const own = heads.filter(({ deviceId }) => deviceId === identity.deviceId).map((head) => ({ ...head, engagementId }))
  const [lost] = lostHistory(
    own,
    () => lastSeq(reader, engagementId, identity.deviceId),
    (head) => entryHash(reader, head),
  )
  return lost === undefined ? null : { problem: lost.problem, seq: lost.seq, endsAt: lost.endsAt }
}
