import { DomainError } from '../../shared/errors/domainError.ts'
import { asStoreError, type Connection, openEncrypted } from '../sqlite.ts'

/** Quick reads the structure of every table, full also compares every index with its rows. */
export type CheckDepth = 'quick' | 'full'

/** What a check of a file of tables comes to: what is wrong with it, and how many entries its journals have. */
export type TableCheck = { problems: string[]; entries: number }

/** @returns what SQLite finds wrong with the tables; empty when nothing is */
export function tableProblems(connection: Connection, depth: CheckDepth): string[] {
  const rows = connection.pragma(depth === 'quick' ? 'quick_check' : 'integrity_check') as Record<string, string>[]
  return rows.map((row) => Object.values(row)[0] ?? '').filter((line) => line !== 'ok')
}

/** Opens a file of tables that nobody has open, and checks it. That it cannot be read is what is wrong with it. */
export function checkTables(file: string, key: Buffer, depth: CheckDepth): TableCheck {
  try {
    const connection = openEncrypted(file, key, 'open')
    try {
      return { problems: tableProblems(connection, depth), entries: countEntries(connection) }
    } finally {
      connection.close()
    }
  } catch (error) {
    const fault = asStoreError(error)
    if (!(fault instanceof DomainError) || fault.code !== 'store.damaged') throw fault
    return { problems: [String(fault.details['problem'])], entries: 0 }
  }
}

/** @returns how many entries all journals have */
export function countEntries(connection: Connection): number {
  return connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM journal_entry').get()?.n ?? 0
}
