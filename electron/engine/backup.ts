import { basename, join } from 'node:path'
import { isDue } from '../../shared/backup/rotation.ts'
import type { backupContract } from '../../shared/contract/backup.ts'
import type { ResultOf } from '../../shared/contract/index.ts'
import { backupName, listBackups, makeBackupFolder, planOf, removeReplaced } from './backup/backupFolder.ts'
import { restoreStore } from './backup/restoreStore.ts'
import { writeBackup } from './backup/writeBackup.ts'
import type { Handlers, JobContext } from './handler.ts'

export const backup: Handlers<typeof backupContract> = {
  'store.backupPlan': (_params, { session }) => {
    const { daily, weekly, folder, isOwn } = planOf(session.open.store)
    return { daily, weekly, folder: isOwn ? null : basename(folder) }
  },

  'store.setBackupPlan': async ({ folder, daily, weekly }, { store, resolvePath }) => {
    const { isOwn, folder: before } = planOf(store)
    const chosen = folder === undefined ? (isOwn ? null : before) : folder === null ? null : resolvePath(folder)
    if (chosen !== null) await makeBackupFolder(chosen)
    store.keepBackupPlan({ folder: chosen, daily, weekly })
    return {}
  },

  'store.backup': async ({ folder }, context) => {
    if (folder === undefined) return takeBackup(context)
    return { ...(await writeBackup(context.resolvePath(folder), null, context)), removed: 0 }
  },

  'store.backupDue': async (_params, context) => {
    const { store, now, jobs, session } = context
    // A store that lost history must not push out the backups from before it.
    if (session.state().notices.length > 0 || jobs.list().length > 1) return { taken: false }
    const [latest] = await listBackups(planOf(store).folder, store.identity.storeId)
    if (!isDue(latest, { at: now.at, entries: store.entryCount() })) return { taken: false }
    await takeBackup(context)
    return { taken: true }
  },

  'store.backups': async ({ folder }, { session, resolvePath }) => {
    if (folder !== undefined) return { backups: await listBackups(resolvePath(folder)) }
    const { store } = session.open
    return { backups: await listBackups(planOf(store).folder, store.identity.storeId) }
  },

  'store.restore': (params, context) => restoreStore(params, context),
}

async function takeBackup(context: JobContext): Promise<ResultOf<'store.backup'>> {
  const { store, now } = context
  const plan = planOf(store)
  const { storeId } = store.identity
  await makeBackupFolder(plan.folder)
  const [before] = await listBackups(plan.folder, storeId)
  const name = backupName(storeId, now.at)
  const written = await writeBackup(
    join(plan.folder, name),
    before === undefined ? null : join(plan.folder, before.name),
    context,
  )
  return { ...written, removed: await removeReplaced(plan, storeId, name) }
}
