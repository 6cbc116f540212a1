import { DomainError } from '../shared/errors/domainError.ts'
import { currentVersion, migrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { applicationId, type Connection } from './sqlite.ts'

/** Puts the tables of the newest form into a new file: all of them at once, since a file that was begun is of no use to anybody. */
export function createTables(connection: Connection): void {
  connection.pragma(`application_id=${applicationId}`)
  connection.transaction(() => applyFrom(connection, 0, migrations))()
}

/**
 * @returns the number of the file's form
 * @throws DomainError `store.damaged` for a file of another program, `store.newer_version` for one of a newer Tickmark
 */
export function versionOf(connection: Connection): number {
  if (connection.pragma('application_id', { simple: true }) !== applicationId) {
    throw new DomainError('store.damaged', { problem: 'Its file is not a Tickmark store.' })
  }
  const found = Number(connection.pragma('user_version', { simple: true }))
  if (found > currentVersion) throw new DomainError('store.newer_version', { found, known: currentVersion })
  if (found < 1) throw new DomainError('store.damaged', { problem: 'It was never completed.' })
  return found
}

/** Brings a file to the newest form, each step in one transaction. The caller has made a verified copy before. */
export function migrate(connection: Connection, steps: readonly Migration[] = migrations): void {
  applyFrom(connection, versionOf(connection), steps)
}

function applyFrom(connection: Connection, version: number, steps: readonly Migration[]): void {
  for (const { number, sql } of steps.slice(version)) {
    connection.transaction(() => {
      connection.exec(sql)
      connection.pragma(`user_version=${number}`)
    })()
  }
}
