import { exchangeFilesOf } from '../../../db/exchangeFile.ts'
import { countMissingFiles } from '../../../db/missingFiles.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { update } from '../../../shared/journal/change.ts'
import { settlementsOf } from '../conflict/settlements.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { indexRows } from '../population/indexRows.ts'
import { storeScope } from '../teamMember.ts'
import { listFolder, loadFolder } from './folder.ts'
import { noteFile } from './knownFile.ts'
import { leaveFile } from './leaveFile.ts'
import { requireReaders } from './readers.ts'
import { takeFiles } from './takeFiles.ts'

/** Files that the store remembers of one exchange with what was wrong with each. */
const rememberedProblems = 50

/**
 * Takes what others left in the folder, then leaves what they lack. No file is ever changed after it has its name, so nothing has
 * to be locked: what is half there, comes twice or in another order is read when it is whole.
 * @throws DomainError as the contract of `exchange.sync` lists; what was taken before stays taken
 */
export async function syncFolder(
  { engagementId }: CheckedParamsOf<'exchange.sync'>,
  context: JobContext,
): Promise<ResultOf<'exchange.sync'>> {
  const { reader, store, jobs, now, progress, commit } = context
  loadEngagement(reader, engagementId)
  const { path, ...folder } = loadFolder(reader, engagementId)
  if (jobs.list().filter(({ method }) => method === 'exchange.sync').length > 1)
    throw new DomainError('exchange.running')
  const readers = requireReaders(reader, folder)
  progress(0, 0, 'look')
  const { files, foreign } = await listFolder(path, engagementId, store.identity.deviceId)
  const known = new Map(exchangeFilesOf(reader, engagementId).map(({ name, bytes }) => [name, bytes]))
  const unread = files.filter(({ name, bytes }) => known.get(name) !== bytes)
  const { taken, waiting, refused, forOthers } = await takeFiles(engagementId, path, unread, context)
  await indexRows(engagementId, context)
  const left = await leaveFile(engagementId, path, { files, readers }, context)
  const sum = (of: 'added' | 'conflicts') => taken.reduce((total, one) => total + one[of], 0)
  const came = { at: now.at, added: sum('added'), conflicts: sum('conflicts'), sent: left?.answer.entries ?? 0 }
  commit(() => ({
    engagementId: storeScope,
    changes: [
      ...(left === null ? [] : noteFile(engagementId, 'left', left.carried, now.at)),
      ...update('exchangeFolder', engagementId, {
        lastSync: {
          ...came,
          waiting: waiting.slice(0, rememberedProblems),
          refused: refused.slice(0, rememberedProblems),
        },
      }),
    ],
    answer: () => ({}),
  }))
  return {
    ...came,
    waiting,
    refused,
    left: left?.answer ?? null,
    taken,
    forOthers,
    foreign,
    toSettle: settlementsOf(reader, engagementId).length,
    missingFiles: countMissingFiles(reader, engagementId),
  }
}
