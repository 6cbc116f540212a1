import { foundation } from './0001_foundation.ts'
import { populations } from './0002_populations.ts'
import { policies } from './0003_policies.ts'
import { requests } from './0004_requests.ts'
import { period } from './0005_period.ts'
import { asked } from './0006_asked.ts'
import { drawnVersions } from './0007_drawn_versions.ts'
import { tickmarks } from './0008_tickmarks.ts'
import { testing } from './0009_testing.ts'
import { evidence } from './0010_evidence.ts'
import { parties } from './0011_parties.ts'
import { requestOwner } from './0012_request_owner.ts'
import { letters } from './0013_letters.ts'
import { exchange } from './0014_exchange.ts'
import { lock } from './0015_lock.ts'
import { references } from './0016_references.ts'
import { people } from './0017_people.ts'
import { frameworks } from './0018_frameworks.ts'
import { reports } from './0019_reports.ts'
import { review } from './0020_review.ts'
import { leaving } from './0021_leaving.ts'
import { exchangeFolders } from './0022_exchange_folders.ts'
import { exportedReports } from './0023_exported_reports.ts'
import { priorPeriods } from './0024_prior_periods.ts'
import { requestPriority } from './0025_request_priority.ts'
import { unfinishedFiles } from './0026_unfinished_files.ts'
import { search } from './0027_search.ts'
import { controlOrganisation } from './0028_control_organisation.ts'
import { keyTurns } from './0029_key_turns.ts'
import { backupPlan } from './0030_backup_plan.ts'
import { narratives } from './0031_narratives.ts'
import { unsavedText } from './0032_unsaved_text.ts'
import { hours } from './0033_hours.ts'
import { reach } from './0034_reach.ts'
import { counting } from './0035_counting.ts'
import type { Migration } from './migration.ts'

/** All migrations, in order. A new one is a new file, listed here. */
export const migrations: readonly Migration[] = [
  foundation,
  populations,
  policies,
  requests,
  period,
  asked,
  drawnVersions,
  tickmarks,
  testing,
  evidence,
  parties,
  requestOwner,
  letters,
  exchange,
  lock,
  references,
  people,
  frameworks,
  reports,
  review,
  leaving,
  exchangeFolders,
  exportedReports,
  priorPeriods,
  requestPriority,
  unfinishedFiles,
  search,
  controlOrganisation,
  keyTurns,
  backupPlan,
  narratives,
  unsavedText,
  hours,
  reach,
  counting,
]

/** The form of store that this program writes. */
export const currentVersion = migrations.length
