import type { Migration } from './migration.ts'

/** Which of the many texts of long tables point at records, kept by SQLite itself as they change. */
export const references: Migration = {
  number: 16,
  name: 'references',
  sql: `
CREATE INDEX result_with_reference ON result (engagement_id) WHERE deleted = 0 AND instr(note, '@[') > 0;
CREATE INDEX settlement_with_reference ON settlement (engagement_id) WHERE deleted = 0 AND instr(reason, '@[') > 0;
CREATE INDEX request_answer_with_reference ON request_answer (engagement_id) WHERE deleted = 0 AND instr(note, '@[') > 0;
CREATE INDEX sample_item_with_reference ON sample_item (engagement_id)
  WHERE deleted = 0 AND instr(replaced_because, '@[') > 0;
`,
}
