import type { Migration } from './migration.ts'

/** When a request was sent, which attributes it asks about, whose control it is about, and why it was opened again. */
export const asked: Migration = {
  number: 6,
  name: 'asked',
  sql: `
ALTER TABLE request ADD COLUMN control_id TEXT;
ALTER TABLE request ADD COLUMN attributes TEXT CHECK (json_valid(attributes));
ALTER TABLE request ADD COLUMN sent_on TEXT;
ALTER TABLE request ADD COLUMN reopened_because TEXT;
`,
}
