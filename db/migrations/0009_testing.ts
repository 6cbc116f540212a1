import type { Migration } from './migration.ts'

/**
 * When procedures are performed and what they found, expected results, walkthroughs, the firm's library, answered warnings,
 * and the way of a deviation from open to concluded. SQLite cannot widen a CHECK, so the table of deviations is made anew.
 */
export const testing: Migration = {
  number: 9,
  name: 'testing',
  sql: `
ALTER TABLE procedure ADD COLUMN timing TEXT CHECK (timing IN ('interim', 'roll_forward', 'throughout', 'as_of'));
ALTER TABLE procedure ADD COLUMN performed_on TEXT;
ALTER TABLE procedure ADD COLUMN performed_by TEXT;
ALTER TABLE procedure ADD COLUMN finding TEXT;
ALTER TABLE procedure ADD COLUMN library_procedure_id TEXT;

ALTER TABLE attribute ADD COLUMN expected TEXT;
ALTER TABLE attribute ADD COLUMN place INTEGER;

ALTER TABLE conclusion ADD COLUMN confirmation TEXT;

CREATE TABLE warning_answer (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  procedure_id TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX warning_answer_by_procedure ON warning_answer (procedure_id);

CREATE TABLE walkthrough (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  control_id TEXT NOT NULL,
  performed_on TEXT NOT NULL,
  performed_by TEXT NOT NULL,
  met_with TEXT,
  instance TEXT NOT NULL,
  trace TEXT NOT NULL,
  forms TEXT,
  suitably_designed INTEGER NOT NULL CHECK (suitably_designed IN (0, 1)),
  implemented INTEGER NOT NULL CHECK (implemented IN (0, 1)),
  reasoning TEXT,
  removed_because TEXT,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX walkthrough_by_control ON walkthrough (engagement_id, control_id);

CREATE TABLE library_procedure (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  title TEXT NOT NULL,
  criteria TEXT NOT NULL CHECK (json_valid(criteria)),
  aspect TEXT NOT NULL CHECK (aspect IN ('design', 'operation')),
  nature TEXT NOT NULL CHECK (nature IN ('inquiry', 'observation', 'inspection', 'reperformance')),
  timing TEXT CHECK (timing IN ('interim', 'roll_forward', 'throughout', 'as_of')),
  text TEXT NOT NULL,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  retired_because TEXT,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE deviation_of_states (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  ref TEXT NOT NULL,
  control_id TEXT NOT NULL,
  procedure_id TEXT,
  sample_item_id TEXT,
  attribute TEXT,
  condition TEXT NOT NULL,
  cause TEXT,
  extent TEXT,
  timing TEXT,
  nature TEXT CHECK (nature IN ('isolated', 'systematic', 'intentional')),
  client_statement TEXT,
  client_person TEXT,
  client_said_on TEXT,
  management_response TEXT,
  compensating TEXT,
  extension TEXT CHECK (json_valid(extension)),
  effect TEXT,
  criterion_effect TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'confirmed', 'evaluated', 'concluded')),
  confirmed_by TEXT,
  confirmed_at TEXT,
  evaluated_by TEXT,
  evaluated_at TEXT,
  concluded_by TEXT,
  concluded_at TEXT,
  reopened_because TEXT,
  removed_because TEXT,
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
INSERT INTO deviation_of_states (
  id, engagement_id, deleted, ref, control_id, procedure_id, sample_item_id, attribute, condition, cause, extent, timing,
  nature, client_statement, management_response, compensating, effect, status, recorded_by, recorded_at)
SELECT id, engagement_id, deleted, ref, control_id, procedure_id, sample_item_id, attribute, condition, cause, extent, timing,
  nature, client_statement, management_response, compensating, effect, status, recorded_by, recorded_at
FROM deviation ORDER BY rowid;
DROP TABLE deviation;
ALTER TABLE deviation_of_states RENAME TO deviation;
CREATE INDEX deviation_by_control ON deviation (engagement_id, control_id);
CREATE INDEX deviation_by_item ON deviation (sample_item_id);

CREATE TABLE deviation_compensation (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  deviation_id TEXT NOT NULL,
  control_id TEXT NOT NULL,
  tested_how TEXT NOT NULL
) STRICT;
CREATE INDEX deviation_compensation_by_deviation ON deviation_compensation (deviation_id);
`,
}
