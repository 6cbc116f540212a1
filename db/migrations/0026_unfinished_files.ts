import type { Migration } from './migration.ts'

/** Files outside of the store that are being written: what a crash leaves half written is cleared up when the store is opened. */
export const unfinishedFiles: Migration = {
  number: 26,
  name: 'unfinished_files',
  sql: `
CREATE TABLE unfinished_file (
  path TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`,
}
