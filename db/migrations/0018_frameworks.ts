import type { Migration } from './migration.ts'

/** Scope beyond categories, the description of the system, the ISO view, and conclusions on commitments. */
export const frameworks: Migration = {
  number: 18,
  name: 'frameworks',
  sql: `
CREATE TABLE criterion_scope (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  criterion_id TEXT NOT NULL,
  applicable INTEGER NOT NULL CHECK (applicable IN (0, 1)),
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX criterion_scope_by_engagement ON criterion_scope (engagement_id);

CREATE TABLE commitment (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  kind TEXT NOT NULL CHECK (kind IN ('commitment', 'requirement')),
  ref TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT,
  criteria TEXT NOT NULL,
  control_ids TEXT NOT NULL
) STRICT;
CREATE INDEX commitment_by_engagement ON commitment (engagement_id, kind);

CREATE TABLE system_part (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  component TEXT NOT NULL CHECK (component IN ('infrastructure', 'software', 'people', 'procedures', 'data')),
  name TEXT NOT NULL,
  included INTEGER NOT NULL CHECK (included IN (0, 1)),
  reason TEXT
) STRICT;
CREATE INDEX system_part_by_engagement ON system_part (engagement_id, component);

CREATE TABLE description_section (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  criterion_id TEXT,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  plain TEXT NOT NULL,
  place INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX description_section_by_engagement ON description_section (engagement_id, place);

CREATE TABLE description_link (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  section_id TEXT NOT NULL,
  criterion_id TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  linked INTEGER NOT NULL CHECK (linked IN (0, 1)),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX description_link_by_engagement ON description_link (engagement_id, section_id);

CREATE TABLE description_criterion (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  criterion_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('presented', 'not_presented', 'not_applicable', 'open')),
  reasoning TEXT NOT NULL,
  implementation TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX description_criterion_by_engagement ON description_criterion (engagement_id);

CREATE TABLE significant_change (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  changed_on TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  effect TEXT,
  control_ids TEXT NOT NULL,
  described INTEGER NOT NULL CHECK (described IN (0, 1))
) STRICT;
CREATE INDEX significant_change_by_engagement ON significant_change (engagement_id, changed_on);

CREATE TABLE iso_mapping (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  control_id TEXT NOT NULL,
  edition TEXT NOT NULL CHECK (edition IN ('2013', '2022')),
  requirement_id TEXT NOT NULL,
  mapped INTEGER NOT NULL CHECK (mapped IN (0, 1)),
  basis TEXT NOT NULL CHECK (basis IN ('proposal', 'own'))
) STRICT;
CREATE INDEX iso_mapping_by_engagement ON iso_mapping (engagement_id, edition, requirement_id);

CREATE TABLE iso_applicability (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  edition TEXT NOT NULL CHECK (edition IN ('2013', '2022')),
  requirement_id TEXT NOT NULL,
  applicable INTEGER NOT NULL CHECK (applicable IN (0, 1)),
  justification TEXT NOT NULL,
  implemented TEXT NOT NULL CHECK (implemented IN ('yes', 'partly', 'no')),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX iso_applicability_by_engagement ON iso_applicability (engagement_id, edition);

CREATE TABLE iso_conclusion (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  edition TEXT NOT NULL CHECK (edition IN ('2013', '2022')),
  requirement_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('conform', 'minor_nonconformity', 'major_nonconformity', 'opportunity')),
  reasoning TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX iso_conclusion_by_engagement ON iso_conclusion (engagement_id, edition);

CREATE TABLE firm_wording (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  framework TEXT NOT NULL,
  requirement_id TEXT NOT NULL,
  title TEXT,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX firm_wording_by_framework ON firm_wording (framework);

CREATE TABLE conclusion_of_more (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  target_entity TEXT NOT NULL CHECK (target_entity IN ('control', 'criterion', 'commitment')),
  target_id TEXT NOT NULL,
  aspect TEXT NOT NULL CHECK (aspect IN ('design', 'operation')),
  outcome TEXT NOT NULL,
  rationale TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  confirmation TEXT
) STRICT;
INSERT INTO conclusion_of_more
  SELECT id, engagement_id, deleted, target_entity, target_id, aspect, outcome, rationale, "by", at, confirmation FROM conclusion;
DROP TABLE conclusion;
ALTER TABLE conclusion_of_more RENAME TO conclusion;
CREATE INDEX conclusion_by_target ON conclusion (engagement_id, target_entity, target_id);
`,
}
