import type { Migration } from './migration.ts'

/** What others operate for the system: subservice organisations, their reports, and complementary controls. */
export const parties: Migration = {
  number: 11,
  name: 'parties',
  sql: `
CREATE TABLE subservice_organisation (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  name TEXT NOT NULL,
  service TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('carve_out', 'inclusive')),
  assertion_obtained INTEGER NOT NULL CHECK (assertion_obtained IN (0, 1)),
  representation_obtained INTEGER NOT NULL CHECK (representation_obtained IN (0, 1)),
  note TEXT,
  removed_because TEXT
) STRICT;
CREATE INDEX subservice_organisation_by_engagement ON subservice_organisation (engagement_id, name);

CREATE TABLE subservice_report (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  organisation_id TEXT NOT NULL,
  title TEXT NOT NULL,
  auditor TEXT,
  period_start TEXT,
  period_end TEXT,
  as_of TEXT,
  opinion TEXT NOT NULL CHECK (opinion IN ('unqualified', 'qualified', 'adverse', 'disclaimer')),
  exceptions TEXT,
  cuecs_considered TEXT,
  bridge_until TEXT
) STRICT;
CREATE INDEX subservice_report_by_organisation ON subservice_report (organisation_id);
CREATE INDEX subservice_report_by_engagement ON subservice_report (engagement_id);

CREATE TABLE complementary_control (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  kind TEXT NOT NULL CHECK (kind IN ('cuec', 'csoc')),
  ref TEXT NOT NULL,
  text TEXT NOT NULL,
  organisation_id TEXT,
  criteria TEXT NOT NULL,
  control_ids TEXT NOT NULL,
  communicated TEXT
) STRICT;
CREATE INDEX complementary_control_by_engagement ON complementary_control (engagement_id, kind);
`,
}
