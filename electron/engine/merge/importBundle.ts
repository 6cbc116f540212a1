import { join } from 'node:path'
import { countMissingFiles } from '../../../db/missingFiles.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { fixedPaths } from '../bundle/bundlePaths.ts'
import { readBundle, type StagedBundle } from '../bundle/readBundle.ts'
import { unlockOf } from '../bundle/unlock.ts'
import type { JobContext } from '../handler.ts'
import { settlementsOf } from '../conflict/settlements.ts'
import { indexRows } from '../population/indexRows.ts'
import { signerChanges } from '../signer/save.ts'
import { signerStanding } from '../signer/standing.ts'
import { checkedEntries } from './checkedEntries.ts'
import { commitEntries } from './commitEntries.ts'
import { journalEntries } from './journalLines.ts'
import { wantedFiles } from './wantedFiles.ts'
import { standingOf } from './preview.ts'
import { receipt } from './receipt.ts'
import { requireSigner } from './requireSigner.ts'
import { stagingFolder } from './stagingFolder.ts'

type Params = CheckedParamsOf<'bundle.import'>

/**
 * Verifies a bundle to its last byte in a staging folder, then merges it in one transaction. A cancelled or broken import leaves nothing.
 * @throws DomainError as the contract of `bundle.import` lists
 */
export async function importBundle(params: Params, context: JobContext): Promise<ResultOf<'bundle.import'>> {
  const { store, random, signal, progress, newId } = context
  await context.jobs.stopOwn()
  const staging = join(stagingFolder(store.folder), newId())
  const staged = await readBundle({
    file: context.resolvePath(params.file),
    unlock: await unlockOf(params, context),
    stagingFolder: staging,
    random,
    signal,
    onProgress: ({ done, total }) => progress(done, total, 'Reading'),
  })
  try {
    return await merge(staged, staging, params.confirmedSigner, context)
  } finally {
    await staged.discard()
  }
}

async function merge(
  { manifest, signer, files }: StagedBundle,
  staging: string,
  confirmed: string | undefined,
  context: JobContext,
): Promise<ResultOf<'bundle.import'>> {
  const { reader, progress, pause, now, actor } = context
  const instants = { created: Date.parse(manifest.created), now: now.milliseconds }
  const named = { publicKey: signer.publicKey, name: manifest.exporter.name }
  const standing = signerStanding(reader, named, instants)
  requireSigner(reader, standing, confirmed)
  const journal = files.find(({ path }) => path === fixedPaths.journal)
  if (journal === undefined || manifest.part !== undefined) throw new DomainError('bundle.no_journal')
  const state = files.find(({ path }) => path === fixedPaths.state)
  const before = standingOf(reader, manifest)
  const entries = await checkedEntries(reader, manifest, journalEntries(journal.open()), {
    stateSha256: state?.sha256 ?? null,
    pause,
    onProgress: (done) => progress(done, 0, 'Checking entries'),
  })
  const wanted = wantedFiles(reader, manifest.engagement.id, { entries, files })
  const isNewlyConfirmed =
    standing.status !== 'known' && standing.status !== 'own' && confirmed === standing.fingerprint
  const taken = await commitEntries(
    {
      engagementId: manifest.engagement.id,
      entries,
      files: wanted.map((file) => ({ staging, file })),
      note: ({ added, conflicts }) => [
        ...(added === 0 && !isNewlyConfirmed
          ? []
          : receipt('bundle', manifest, standing, { added, conflicts, by: actor.practitionerId, at: now.at })),
        ...(isNewlyConfirmed
          ? signerChanges(
              { principal: named.name, publicKey: named.publicKey, validAfter: null, validBefore: null },
              'words',
              context,
            ).changes
          : []),
      ],
    },
    context,
  )
  await indexRows(manifest.engagement.id, context)
  return {
    engagementId: manifest.engagement.id,
    ...taken,
    toSettle: settlementsOf(reader, manifest.engagement.id).length,
    isNewEngagement: before.isNewEngagement,
    older: before.older,
    signer: signerStanding(reader, named, instants),
    missingFiles: countMissingFiles(reader, manifest.engagement.id),
  }
}
