import type { Migration } from './migration.ts'

/** Where the backups of this store are kept on this computer, and how many. Of this store alone, so it is not journaled. */
export const backupPlan: Migration = {
  number: 30,
  name: 'backup_plan',
  sql: `
CREATE TABLE backup_plan (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  folder TEXT,
  daily INTEGER NOT NULL CHECK (daily BETWEEN 1 AND 60),
  weekly INTEGER NOT NULL CHECK (weekly BETWEEN 0 AND 104)
) STRICT;
`,
}
