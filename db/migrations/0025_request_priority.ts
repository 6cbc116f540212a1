import type { Migration } from './migration.ts'

/** What the client should bring first. */
export const requestPriority: Migration = {
  number: 25,
  name: 'request_priority',
  sql: "ALTER TABLE request ADD COLUMN priority TEXT CHECK (priority IN ('high', 'medium', 'low'));",
}
