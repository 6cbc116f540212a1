import type { Migration } from './migration.ts'

/** Files whose own key comes from before the data key was changed: each gets a new one, and a crash in between is gone on from. */
export const keyTurns: Migration = {
  number: 29,
  name: 'key_turns',
  sql: `
ALTER TABLE evidence_file ADD COLUMN to_turn INTEGER NOT NULL DEFAULT 0 CHECK (to_turn IN (0, 1));
`,
}
