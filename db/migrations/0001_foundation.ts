import type { Migration } from './migration.ts'

/** Journal, people, engagements, controls, tests, conclusions and evidence files. */
export const foundation: Migration = {
  number: 1,
  name: 'foundation',
  sql: `
CREATE TABLE store (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  store_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE journal_entry (
  position INTEGER PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  hlc TEXT NOT NULL,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  command TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (engagement_id, device_id, seq)
) STRICT;
CREATE INDEX journal_entry_by_time ON journal_entry (engagement_id, hlc);

CREATE TABLE journal_head (
  engagement_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  hlc TEXT NOT NULL,
  PRIMARY KEY (engagement_id, device_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_target (
  engagement_id TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  position INTEGER NOT NULL REFERENCES journal_entry (position),
  PRIMARY KEY (engagement_id, entity, entity_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE field_version (
  engagement_id TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  field TEXT NOT NULL,
  device_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  PRIMARY KEY (engagement_id, entity, entity_id, field, device_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE practitioner (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  role TEXT NOT NULL,
  public_key TEXT NOT NULL
) STRICT;

CREATE TABLE practitioner_key (
  practitioner_id TEXT PRIMARY KEY,
  private_key BLOB NOT NULL CHECK (length(private_key) = 32)
) STRICT;

CREATE TABLE engagement (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  client TEXT NOT NULL,
  system TEXT,
  report_type TEXT NOT NULL CHECK (report_type IN ('type1', 'type2')),
  period_start TEXT,
  period_end TEXT,
  as_of TEXT,
  categories TEXT NOT NULL CHECK (json_valid(categories)),
  created_at TEXT NOT NULL,
  opinion_basis TEXT
) STRICT;

CREATE TABLE team_member (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  role TEXT NOT NULL,
  public_key TEXT NOT NULL
) STRICT;
CREATE INDEX team_member_by_engagement ON team_member (engagement_id);

CREATE TABLE control (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  ref TEXT NOT NULL,
  title TEXT NOT NULL,
  owner TEXT
) STRICT;
CREATE INDEX control_by_ref ON control (engagement_id, ref);

CREATE TABLE control_version (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  control_id TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  description TEXT NOT NULL,
  frequency TEXT NOT NULL,
  type TEXT NOT NULL,
  nature TEXT NOT NULL
) STRICT;
CREATE INDEX control_version_by_control ON control_version (control_id, effective_on);

CREATE TABLE control_criterion (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  control_id TEXT NOT NULL,
  criterion_id TEXT NOT NULL,
  mapped INTEGER NOT NULL CHECK (mapped IN (0, 1))
) STRICT;
CREATE INDEX control_criterion_by_control ON control_criterion (control_id);
CREATE INDEX control_criterion_by_criterion ON control_criterion (engagement_id, criterion_id);

CREATE TABLE procedure (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  control_id TEXT NOT NULL,
  sample_id TEXT,
  aspect TEXT NOT NULL CHECK (aspect IN ('design', 'operation')),
  nature TEXT NOT NULL CHECK (nature IN ('inquiry', 'observation', 'inspection', 'reperformance')),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX procedure_by_control ON procedure (engagement_id, control_id);
CREATE INDEX procedure_by_sample ON procedure (sample_id);

CREATE TABLE attribute (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  procedure_id TEXT NOT NULL,
  letter TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX attribute_by_procedure ON attribute (procedure_id, letter);

CREATE TABLE result (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  procedure_id TEXT NOT NULL,
  sample_item_id TEXT NOT NULL,
  attribute TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('pass', 'deviation', 'not_applicable')),
  note TEXT,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX result_by_procedure ON result (procedure_id, sample_item_id, attribute);
CREATE INDEX result_by_outcome ON result (engagement_id, outcome);

CREATE TABLE deviation (
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
  management_response TEXT,
  compensating TEXT,
  effect TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'concluded')),
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX deviation_by_control ON deviation (engagement_id, control_id);
CREATE INDEX deviation_by_item ON deviation (sample_item_id);

CREATE TABLE conclusion (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  target_entity TEXT NOT NULL CHECK (target_entity IN ('control', 'criterion')),
  target_id TEXT NOT NULL,
  aspect TEXT NOT NULL CHECK (aspect IN ('design', 'operation')),
  outcome TEXT NOT NULL,
  rationale TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX conclusion_by_target ON conclusion (engagement_id, target_entity, target_id);

CREATE TABLE opinion (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  part TEXT NOT NULL CHECK (part IN ('description', 'design', 'operation')),
  form TEXT NOT NULL CHECK (form IN ('unqualified', 'qualified', 'adverse', 'disclaimer')),
  reasoning TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX opinion_by_engagement ON opinion (engagement_id);

CREATE TABLE judgement (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  part TEXT NOT NULL CHECK (part IN ('description', 'design', 'operation')),
  kind TEXT NOT NULL CHECK (kind IN ('misstatement', 'scope_limitation')),
  material INTEGER NOT NULL CHECK (material IN (0, 1)),
  pervasive INTEGER NOT NULL CHECK (pervasive IN (0, 1))
) STRICT;
CREATE INDEX judgement_by_engagement ON judgement (engagement_id);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  effective_on TEXT,
  received_from TEXT,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_engagement ON evidence (engagement_id);
CREATE INDEX evidence_by_hash ON evidence (sha256);

CREATE TABLE evidence_link (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  evidence_id TEXT NOT NULL,
  target_entity TEXT NOT NULL,
  target_id TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_link_by_evidence ON evidence_link (evidence_id);
CREATE INDEX evidence_link_by_target ON evidence_link (target_entity, target_id);

CREATE TABLE evidence_file (
  sha256 TEXT PRIMARY KEY,
  stored_name TEXT NOT NULL UNIQUE,
  key BLOB NOT NULL CHECK (length(key) = 32),
  size INTEGER NOT NULL
) STRICT;
`,
}
