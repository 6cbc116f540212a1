import { rm } from 'node:fs/promises'
import { discardBlobs } from '../../../db/blobs/blobFolder.ts'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import { filesHeldBy } from '../../../db/destruction.ts'
import { headsOf } from '../../../db/journal/entries.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create } from '../../../shared/journal/change.ts'
import { certificateText } from '../../../shared/lock/certificate.ts'
import { compareDates } from '../../../shared/period/plainDate.ts'
import { loadEngagement } from '../engagement.ts'
import { exportFile } from '../exportFile.ts'
import type { JobContext } from '../handler.ts'
import { headWords } from '../journal/headWords.ts'
import { datesOf } from './dates.ts'
import { requirePartner } from './partner.ts'

/**
 * Shreds the keys of an engagement's evidence and populations after its retention. What another engagement holds as well is kept
 * and said. The journal stays: it is the record of what there was. The certificate is written first, so that nothing is
 * destroyed without one; it is taken away again where the destruction does not come about.
 * @throws DomainError as the contract of `engagement.destroy` lists; nothing is destroyed then
 */
export async function destroyFiles(
  { engagementId, reason, file: ref }: CheckedParamsOf<'engagement.destroy'>,
  context: JobContext,
): Promise<ResultOf<'engagement.destroy'>> {
  const { store, actor, now, resolvePath, commit } = context
  const facts = requireDestroyable(engagementId, context)
  const file = resolvePath(ref)
  const held = filesHeldBy(store.reader, engagementId)
  const name = ({ sha256, size }: { sha256: string; size: number }) => ({ sha256, size })
  const shredded = held.filter(({ shared }) => shared === 0)
  const destroyed = shredded.map(name)
  const kept = held.filter(({ shared }) => shared === 1).map(name)
  const heads = headsOf(store.reader, engagementId).map((head) => ({ ...head, words: headWords(head.hash) }))
  const text = certificateText({ ...facts, engagementId, reason, by: actor, at: now.at, heads, destroyed, kept })
  const { sha256 } = await exportFile(file, [Buffer.from(text, 'utf8')])
  try {
    commit(() => {
      requireDestroyable(engagementId, context)
      store.shredEvidenceKeys(destroyed.map((one) => one.sha256))
      store.search.forgetFiles(destroyed.map((one) => one.sha256))
      return {
        engagementId,
        changes: create('destruction', engagementId, {
          reason,
          destroyed,
          kept,
          certificateSha256: sha256,
          by: actor.practitionerId,
          at: now.at,
        }),
        answer: () => ({}),
      }
    })
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
  await store.forgetShredded()
  await discardBlobs(
    evidenceFolder(store.folder),
    shredded.map(({ storedName }) => storedName),
  )
  return { file, sha256, destroyed: destroyed.length, kept: kept.length }
}

function requireDestroyable(engagementId: string, { reader, actor, now }: JobContext) {
  const { client } = loadEngagement(reader, engagementId)
  requirePartner(actor)
  const destruction = reader.get('destruction', engagementId)
  if (destruction !== undefined) {
    throw new DomainError('engagement.destroyed', { destroyedOn: destruction.at.slice(0, 10) })
  }
  const { reportOn, retentionEndsOn } = datesOf(reader, engagementId)
  if (reader.get('engagementLock', engagementId) === undefined || reportOn === null || retentionEndsOn === null) {
    throw new DomainError('engagement.not_locked')
  }
  const hold = reader.list('legalHold', { engagementId }).find(({ liftedAt }) => liftedAt === null)
  if (hold !== undefined) throw new DomainError('engagement.on_hold', { reason: hold.reason })
  if (compareDates(now.at.slice(0, 10), retentionEndsOn) <= 0) {
    throw new DomainError('engagement.retention_running', { retentionEndsOn })
  }
  return { client, reportOn, retentionEndsOn }
}
