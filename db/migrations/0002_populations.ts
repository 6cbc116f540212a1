import type { Migration } from './migration.ts'

/** Populations with the places of their rows, what the checks found, what was decided about it, and samples. */
export const populations: Migration = {
  number: 2,
  name: 'populations',
  sql: `
CREATE TABLE population (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx', 'jsonl')),
  sha256 TEXT NOT NULL,
  rows_sha256 TEXT NOT NULL,
  rows INTEGER NOT NULL,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  header TEXT NOT NULL CHECK (json_valid(header)),
  date_format TEXT,
  encoding TEXT,
  delimiter TEXT,
  sheet TEXT,
  rejected_rows INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (json_valid(source)),
  imported_at TEXT NOT NULL,
  complete INTEGER CHECK (complete IN (0, 1)),
  accurate INTEGER CHECK (accurate IN (0, 1)),
  procedure TEXT,
  concluded_by TEXT,
  concluded_at TEXT,
  open_checks TEXT CHECK (json_valid(open_checks)),
  reopened_because TEXT,
  ids_sha256 TEXT,
  drawable INTEGER,
  evidence_id TEXT
) STRICT;
CREATE INDEX population_by_engagement ON population (engagement_id);

CREATE TABLE population_found (
  population_id TEXT PRIMARY KEY,
  duplicate_rows INTEGER NOT NULL,
  look_alikes TEXT NOT NULL CHECK (json_valid(look_alikes)),
  sequences TEXT NOT NULL CHECK (json_valid(sequences))
) STRICT, WITHOUT ROWID;

CREATE TABLE population_block (
  population_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  first_day INTEGER,
  last_day INTEGER,
  keys_start INTEGER NOT NULL,
  keys_length INTEGER NOT NULL,
  cells_start INTEGER NOT NULL,
  cells_length INTEGER NOT NULL,
  PRIMARY KEY (population_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX population_block_by_row ON population_block (population_id, first_row);

CREATE TABLE population_day (
  population_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY (population_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE population_duplicate (
  population_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  row INTEGER NOT NULL,
  identical INTEGER NOT NULL CHECK (identical IN (0, 1)),
  PRIMARY KEY (population_id, item_id, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE population_rejected (
  population_id TEXT NOT NULL,
  row INTEGER NOT NULL,
  column_name TEXT,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  PRIMARY KEY (population_id, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_decision (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  population_id TEXT NOT NULL,
  "check" TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('dismissed', 'requested')),
  reason TEXT NOT NULL,
  request_id TEXT,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX check_decision_by_population ON check_decision (population_id);

CREATE TABLE mapping_template (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  client TEXT NOT NULL,
  name TEXT NOT NULL,
  header TEXT NOT NULL CHECK (json_valid(header)),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  date_format TEXT,
  sheet TEXT,
  source TEXT NOT NULL CHECK (json_valid(source)),
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX mapping_template_by_client ON mapping_template (client);

CREATE TABLE settlement (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  population_id TEXT NOT NULL,
  row INTEGER NOT NULL,
  item_id TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('exclude', 'keep')),
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX settlement_by_population ON settlement (population_id, row);

CREATE TABLE sample (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  population_id TEXT NOT NULL,
  control_id TEXT NOT NULL,
  method TEXT NOT NULL,
  stratify_by TEXT,
  seed TEXT,
  seed_origin TEXT CHECK (seed_origin IN ('generated', 'given', 'rolled', 'client')),
  algorithm TEXT NOT NULL,
  population_sha256 TEXT NOT NULL,
  ids_sha256 TEXT NOT NULL,
  population_size INTEGER NOT NULL,
  window_start TEXT,
  window_end TEXT,
  part TEXT CHECK (part IN ('interim', 'roll_forward', 'version')),
  dual_purpose TEXT,
  allocation TEXT CHECK (json_valid(allocation)),
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  redraw_reason TEXT,
  extensions TEXT NOT NULL CHECK (json_valid(extensions)),
  drawn_by TEXT NOT NULL,
  drawn_at TEXT NOT NULL
) STRICT;
CREATE INDEX sample_by_control ON sample (engagement_id, control_id);
CREATE INDEX sample_by_population ON sample (population_id);

CREATE TABLE sample_item (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  sample_id TEXT NOT NULL,
  draw_order INTEGER NOT NULL,
  item_id TEXT NOT NULL,
  row INTEGER NOT NULL,
  ticket TEXT,
  stratum TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('initial', 'extension', 'replacement')),
  replaces TEXT,
  replaced_because TEXT
) STRICT;
CREATE INDEX sample_item_by_sample ON sample_item (sample_id, draw_order);
`,
}
