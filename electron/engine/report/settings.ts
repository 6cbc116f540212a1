import { practitionerNames } from './savedBy.ts'
import { lastSettingsVersion } from '../../../db/report.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { create } from '../../../shared/journal/change.ts'
import { type ReportSettings, usualSettings } from '../../../shared/report/settings.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { storeScope } from '../teamMember.ts'

/** @returns the firm's choices as they stand */
export function latestSettings(reader: Reader): ReportSettings {
  return reader.get('reportSettingsVersion', String(lastSettingsVersion(reader)))?.settings ?? usualSettings
}

/** @returns the choices as they stand, and every version of them, latest first */
export function describeSettings(reader: Reader): ResultOf<'report.settings'> {
  const names = practitionerNames(reader)
  const versions = reader
    .list('reportSettingsVersion', {}, 'version')
    .map(({ version, settings, note, savedBy, savedAt }) => ({
      version,
      settings: written(settings),
      note,
      savedBy: names(savedBy),
      savedAt,
    }))
  return { settings: written(latestSettings(reader)), versions: versions.toReversed() }
}

/** A version is never changed: saving writes the next one, or nothing where it says the same as the latest. */
export function saveSettings(
  { settings, note }: CheckedParamsOf<'report.saveSettings'>,
  { reader, now, actor }: CommandContext,
): Outcome<ResultOf<'report.saveSettings'>> {
  const latest = lastSettingsVersion(reader)
  if (latest > 0 && JSON.stringify(written(latestSettings(reader))) === JSON.stringify(written(settings))) {
    return { engagementId: storeScope, changes: [], answer: () => ({ version: latest, saved: false }) }
  }
  const version = latest + 1
  return {
    engagementId: storeScope,
    changes: create('reportSettingsVersion', String(version), {
      version,
      settings,
      note,
      savedBy: actor.practitionerId,
      savedAt: now.at,
    }),
    answer: () => ({ version, saved: true }),
  }
}

/** Always in one order of fields, so that two can be compared. */
function written(settings: ReportSettings) {
  const { firmName, firmPlace, author, sectionOrder, deviationWord, sampleSizes, auditorsWording } = settings
  return { firmName, firmPlace, author, sectionOrder: [...sectionOrder], deviationWord, sampleSizes, auditorsWording }
}
