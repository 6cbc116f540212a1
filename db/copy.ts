import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '../shared/errors/domainError.ts'
import { syncFolder } from './disk/syncFolder.ts'
import { versionOf } from './migrate.ts'
import { type Connection, openEncrypted } from './sqlite.ts'

/**
 * Writes an encrypted copy of an open store with the same key. The copy is opened, checked and made durable before it gets
 * its name; SQLite's own backup does not work on an encrypted file, so this is `VACUUM INTO`.
 * @throws DomainError `store.damaged` where the copy is not sound; nothing is left then
 */
export async function copyVerified(connection: Connection, file: string, key: Buffer): Promise<void> {
  const part = `${file}.part`
  await rm(part, { force: true })
  try {
    connection.prepare('VACUUM INTO ?').run(part)
    requireSoundCopy(connection, part, key)
    const handle = await open(part, 'r+')
    await handle.sync()
    await handle.close()
    await rename(part, file)
    await syncFolder(dirname(file))
  } finally {
    await Promise.all(['', '-wal', '-shm'].map((ending) => rm(`${part}${ending}`, { force: true })))
  }
}

/** Keeps a verified copy of a store that is about to be brought to a newer form: `backups/of-form-1-<instant>.db`. */
export async function keepBeforeMigration(
  connection: Connection,
  { folder, key, at }: { folder: string; key: Buffer; at: string },
): Promise<void> {
  const backups = join(folder, 'backups')
  await mkdir(backups, { recursive: true, mode: 0o700 })
  const file = join(backups, `of-form-${versionOf(connection)}-${at.replaceAll(/[^0-9]/g, '').slice(0, 17)}.db`)
  if (!existsSync(file)) await copyVerified(connection, file, key)
}

/** Opens a copy of a store and checks it. @throws DomainError `store.damaged` */
export function requireSoundCopy(original: Connection, file: string, key: Buffer): void {
  const copy = openEncrypted(file, key, 'open')
  try {
    const problems = copy.pragma('quick_check') as Record<string, string>[]
    const isSound =
      problems.every((row) => Object.values(row)[0] === 'ok') && countEntries(copy) === countEntries(original)
    if (!isSound) throw new DomainError('store.damaged', { problem: `The copy ${basename(file)} is not sound.` })
  } finally {
    copy.close()
  }
}

function countEntries(connection: Connection): number {
  return connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM journal_entry').get()?.n ?? -1
}
