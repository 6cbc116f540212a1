import type { Migration } from './migration.ts'

/**
 * The index of the search. All of it is derived and can be made anew: nothing here is journaled or hashed. The text of a file
 * is read once; the index itself keeps no text, and is told by the number of a document.
 */
export const search: Migration = {
  number: 27,
  name: 'search',
  sql: `
CREATE TABLE search_state (
  "only" INTEGER PRIMARY KEY CHECK ("only" = 1),
  form INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE search_pending (
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  PRIMARY KEY (entity, entity_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_document (
  number INTEGER PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  ref TEXT NOT NULL,
  title TEXT NOT NULL,
  within TEXT,
  sha256 TEXT,
  body TEXT NOT NULL,
  UNIQUE (entity, entity_id)
) STRICT;

CREATE TABLE search_file_text (
  sha256 TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  problem TEXT CHECK (problem IN ('no_text', 'unreadable', 'too_large', 'missing'))
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_text USING fts5(
  ref, title, body, facets,
  content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
);
`,
}
