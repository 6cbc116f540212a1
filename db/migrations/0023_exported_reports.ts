import type { Migration } from './migration.ts'

/** Reports that left the store: what, when, by whom, and which papers they say. */
export const exportedReports: Migration = {
  number: 23,
  name: 'exported_reports',
  sql: `
CREATE TABLE exported_report (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  of_engagement TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('docx', 'pdf', 'html', 'xlsx')),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  text_size INTEGER NOT NULL,
  template_id TEXT,
  heads TEXT NOT NULL CHECK (json_valid(heads)),
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX exported_report_of_engagement ON exported_report (of_engagement);
`,
}
