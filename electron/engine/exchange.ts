import { resolve } from 'node:path'
import { exchangeFilesOf } from '../../db/exchangeFile.ts'
import { showAgain } from '../../db/hiddenRow.ts'
import { reachOf } from '../../db/journal/chainSlices.ts'
import type { exchangeContract } from '../../shared/contract/exchange.ts'
import { countEntries, coveredFor, spansBeyond } from '../../shared/exchange/coverage.ts'
import { create, hide } from '../../shared/journal/change.ts'
import { loadEngagement } from './engagement.ts'
import { loadFolder, requireFolder } from './exchange/folder.ts'
import { readersOf, requireCompared } from './exchange/readers.ts'
import { syncFolder } from './exchange/sync.ts'
import type { Handlers, QueryContext } from './handler.ts'
import { storeScope } from './teamMember.ts'

export const exchange: Handlers<typeof exchangeContract> = {
  'exchange.status': ({ engagementId }, context) => {
    const { reader } = context
    loadEngagement(reader, engagementId)
    const folder = reader.get('exchangeFolder', engagementId)
    const readers = readersOf(reader, folder ?? { colleagueIds: null })
    return {
      folder:
        folder === undefined
          ? null
          : {
              path: folder.path,
              setBy: reader.get('practitioner', folder.setBy)?.name ?? folder.setBy,
              setAt: folder.setAt,
            },
      readers: readers.map(({ id, name }) => ({ colleagueId: id, name })),
      chosen: folder !== undefined && folder.colleagueIds !== null,
      unsent: unsentOf(
        context,
        engagementId,
        readers.map(({ recipient }) => recipient),
      ),
      last: folder?.lastSync ?? null,
    }
  },

  'exchange.setFolder': async ({ engagementId, folder, colleagueIds }, context) => {
    const { reader, actor, now } = context
    loadEngagement(reader, engagementId)
    requireCompared(reader, colleagueIds ?? [])
    const path = resolve(context.resolvePath(folder))
    await requireFolder(path)
    const stamp = { setBy: actor.practitionerId, setAt: now.at }
    return context.commit(() => ({
      engagementId: storeScope,
      changes: [
        ...create('exchangeFolder', engagementId, {
          path,
          colleagueIds: colleagueIds ?? null,
          lastSync: null,
          ...stamp,
        }),
        ...showAgain(reader, 'exchangeFolder', engagementId),
      ],
      answer: () => ({ path }),
    }))
  },

  'exchange.forgetFolder': ({ engagementId }, { reader }) => {
    loadEngagement(reader, engagementId)
    loadFolder(reader, engagementId)
    return { engagementId: storeScope, changes: hide('exchangeFolder', engagementId), answer: () => ({}) }
  },

  'exchange.sync': (params, context) => syncFolder(params, context),
}

/** Entries that no file carries to every reader, as far as this store knows without looking at the folder. */
function unsentOf({ reader }: QueryContext, engagementId: string, recipients: readonly string[]): number {
  const covered = coveredFor(recipients, exchangeFilesOf(reader, engagementId))
  return countEntries(spansBeyond(covered, reachOf(reader, engagementId)))
}
