import type { Migration } from './migration.ts'

/** Who at the client brings what a request asks for. */
export const requestOwner: Migration = {
  number: 12,
  name: 'request_owner',
  sql: 'ALTER TABLE request ADD COLUMN owner TEXT;',
}
