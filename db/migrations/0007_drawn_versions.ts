import type { Migration } from './migration.ts'

/** The version of a control that a sample was drawn for. */
export const drawnVersions: Migration = {
  number: 7,
  name: 'drawn_versions',
  sql: `ALTER TABLE sample ADD COLUMN control_version_id TEXT;`,
}
