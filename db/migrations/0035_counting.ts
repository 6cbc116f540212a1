import type { Migration } from './migration.ts'

/** Results are counted by procedure, attribute and person in the order of an index that holds all that is asked: nothing is sorted for it. */
export const counting: Migration = {
  number: 35,
  name: 'counting',
  sql: `
CREATE INDEX result_by_attribute ON result (procedure_id, attribute, "by", outcome, deleted, sample_item_id);
`,
}
