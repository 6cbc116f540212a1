import type { Migration } from './migration.ts'

/** Whose control it is, of a subservice organisation that the report includes. */
export const controlOrganisation: Migration = {
  number: 28,
  name: 'control_organisation',
  sql: 'ALTER TABLE control ADD COLUMN organisation_id TEXT;',
}
