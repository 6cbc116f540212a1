import { knownChains } from '../../../db/journal/knownChains.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { admissible, type MissingEntry, requireKnowledge } from '../../../shared/journal/knowledge.ts'
import { fixedPaths } from '../bundle/bundlePaths.ts'
import type { StagedBundle } from '../bundle/readBundle.ts'
import type { JobContext } from '../handler.ts'
import { chainedEntries } from '../merge/checkedEntries.ts'
import { commitEntries } from '../merge/commitEntries.ts'
import { journalEntries } from '../merge/journalLines.ts'
import { receipt } from '../merge/receipt.ts'
import { wantedFiles } from '../merge/wantedFiles.ts'
import { requireKnownSigner } from '../merge/requireSigner.ts'
import { signerStanding } from '../signer/standing.ts'
import { noteFile, recipientsOf, spansOf } from './knownFile.ts'

/** A verified file of an exchange folder, in the staging folder. */
export type StagedFile = { name: string; bytes: number; staging: string; bundle: StagedBundle }

/** What was taken of a file, and the entry without which the rest cannot be taken. */
export type Taken = Omit<ResultOf<'exchange.sync'>['taken'][number], 'file' | 'from'> & {
  waitsFor: MissingEntry | null
}

/**
 * Takes of a file what rests on nothing that is missing, in one transaction; a file of which all was taken is noted.
 * @throws DomainError `exchange.other_engagement`, `bundle.unknown_signer`, `bundle.signer_not_valid`, `bundle.no_journal`,
 *   `bundle.invalid_journal`, `bundle.newer_content`, `bundle.refused_rows`, `journal.forked`; nothing is taken then
 */
export async function takeFile(
  engagementId: string,
  { name, bytes, staging, bundle: { manifest, signer, files } }: StagedFile,
  context: JobContext,
): Promise<Taken> {
  const { reader, now, actor, pause } = context
  if (manifest.engagement.id !== engagementId) throw new DomainError('exchange.other_engagement', { file: name })
  const instants = { created: Date.parse(manifest.created), now: now.milliseconds }
  const standing = signerStanding(reader, { publicKey: signer.publicKey, name: manifest.exporter.name }, instants)
  requireKnownSigner(standing)
  const journal = files.find(({ path }) => path === fixedPaths.journal)
  if (journal === undefined || manifest.part !== undefined) throw new DomainError('bundle.no_journal')
  const gap = gapBefore(manifest.continues ?? [], context, engagementId)
  if (gap !== null) return { added: 0, conflicts: 0, evidence: 0, waitsFor: gap }
  const fresh = await chainedEntries(reader, manifest, journalEntries(journal.open()), { pause })
  const known = knownChains(reader, engagementId)
  const { admitted, missing } = admissible(fresh, known)
  requireKnowledge(admitted, known)
  const [waitsFor = null] = missing
  const wanted = wantedFiles(reader, engagementId, { entries: admitted, files })
  const carried = { name, bytes, spans: spansOf(manifest), recipients: recipientsOf(manifest) }
  const by = actor.practitionerId
  const taken = await commitEntries(
    {
      engagementId,
      entries: admitted,
      files: wanted.map((file) => ({ staging, file })),
      note: ({ added, conflicts }) => [
        ...(added === 0 ? [] : receipt('exchange', manifest, standing, { added, conflicts, by, at: now.at })),
        ...(waitsFor === null ? noteFile(engagementId, 'taken', carried, now.at) : []),
      ],
    },
    context,
  )
  return { ...taken, evidence: wanted.length, waitsFor }
}

/** The entry before a chain that is not here yet. */
function gapBefore(
  continues: readonly MissingEntry[],
  { reader }: JobContext,
  engagementId: string,
): MissingEntry | null {
  const known = knownChains(reader, engagementId)
  const gap = continues.find(({ deviceId, seq }) => (known.end(deviceId)?.seq ?? 0) < seq)
  return gap === undefined ? null : { deviceId: gap.deviceId, seq: (known.end(gap.deviceId)?.seq ?? 0) + 1 }
}
