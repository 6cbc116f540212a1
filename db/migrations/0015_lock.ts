import type { Migration } from './migration.ts'

const common = `
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),`

/**
 * Dates of an engagement, its lock, and what may come after it. The triggers are a second net under the dispatcher, which
 * refuses first: of this device's own entries a locked file takes only those of its archive. Entries of other devices that
 * did not know of the lock come by merging, and an addendum speaks of them.
 */
export const lock: Migration = {
  number: 15,
  name: 'lock',
  sql: `
CREATE TABLE engagement_dates (${common}
  planned_report_on TEXT,
  report_on TEXT,
  release_on TEXT,
  completion_days INTEGER CHECK (completion_days > 0),
  retention_years INTEGER CHECK (retention_years > 0),
  reason TEXT,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE late_change (${common}
  circumstances TEXT NOT NULL,
  procedures TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  conclusions TEXT,
  closed_at TEXT,
  reviewed_by TEXT,
  reviewed_at TEXT
) STRICT;
CREATE INDEX late_change_by_engagement ON late_change (engagement_id, opened_at);

CREATE TABLE engagement_lock (${common}
  heads TEXT NOT NULL CHECK (json_valid(heads)),
  statement TEXT NOT NULL,
  signature TEXT NOT NULL,
  public_key TEXT NOT NULL,
  locked_by TEXT NOT NULL,
  locked_at TEXT NOT NULL
) STRICT;

CREATE TABLE addendum (${common}
  reason TEXT NOT NULL,
  changed TEXT NOT NULL,
  effect_on_conclusions TEXT NOT NULL,
  target_entity TEXT,
  target_id TEXT,
  entries TEXT CHECK (entries IS NULL OR json_valid(entries)),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  reviewed_by TEXT,
  reviewed_at TEXT
) STRICT;
CREATE INDEX addendum_by_engagement ON addendum (engagement_id, at);

CREATE TABLE legal_hold (${common}
  reason TEXT NOT NULL,
  placed_by TEXT NOT NULL,
  placed_at TEXT NOT NULL,
  lifted_because TEXT,
  lifted_by TEXT,
  lifted_at TEXT
) STRICT;
CREATE INDEX legal_hold_by_engagement ON legal_hold (engagement_id, placed_at);

CREATE TABLE destruction (${common}
  reason TEXT NOT NULL,
  destroyed TEXT NOT NULL CHECK (json_valid(destroyed)),
  kept TEXT NOT NULL CHECK (json_valid(kept)),
  certificate_sha256 TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

/* What the last check of a file found; of this store alone. */
CREATE TABLE evidence_check (
  sha256 TEXT PRIMARY KEY,
  checked_at TEXT NOT NULL,
  problem TEXT
) STRICT;

CREATE TABLE store_notice (${common}
  lost TEXT NOT NULL CHECK (json_valid(lost)),
  found_at TEXT NOT NULL,
  accepted_because TEXT,
  accepted_by TEXT,
  accepted_at TEXT
) STRICT;

CREATE TRIGGER locked_file_takes_no_entry BEFORE INSERT ON journal_entry
WHEN NEW.device_id = (SELECT device_id FROM store)
  AND EXISTS (SELECT 1 FROM field_version WHERE engagement_id = NEW.engagement_id AND entity = 'engagementLock'
    AND hlc < NEW.hlc)
  AND NEW.command NOT IN ('engagement.addendum', 'engagement.attachToAddendum', 'engagement.reviewAddendum',
    'engagement.placeHold', 'engagement.liftHold', 'engagement.destroy')
BEGIN SELECT RAISE(ABORT, 'engagement.locked'); END;

CREATE TRIGGER lock_is_not_removed BEFORE DELETE ON engagement_lock
BEGIN SELECT RAISE(ABORT, 'engagement.locked'); END;
`,
}
