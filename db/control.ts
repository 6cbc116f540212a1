import type { ControlSummary, ControlVersion } from '../shared/contract/control.ts'
import type { Reader } from './reader.ts'

/** Which controls are asked for: those of an engagement that a text occurs in, or one. */
export type ControlFilter = { engagementId: string; controlId?: string | undefined; query?: string | undefined }

export type ControlRow = Omit<ControlSummary, 'criteria'>

const like = "LIKE @pattern ESCAPE '\\'"

const asked = `control.engagement_id = @engagementId AND control.deleted = 0
  AND (@controlId IS NULL OR control.id = @controlId)
  AND (@pattern IS NULL OR control.ref ${like} OR control.title ${like} OR control.owner ${like}
    OR EXISTS (SELECT 1 FROM control_version AS version
      WHERE version.control_id = control.id AND version.deleted = 0 AND version.description ${like})
    OR EXISTS (SELECT 1 FROM control_criterion AS mapping WHERE mapping.control_id = control.id
      AND mapping.mapped = 1 AND mapping.deleted = 0 AND mapping.criterion_id ${like}))`

function bindings({ engagementId, controlId, query = '' }: ControlFilter) {
  const text = query.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)
  return { engagementId, controlId: controlId ?? null, pattern: text === '' ? null : `%${text}%` }
}

/** @returns how many controls there are */
export function countControls(reader: Reader, filter: ControlFilter): number {
  return reader.count(`SELECT count(*) AS n FROM control WHERE ${asked}`, bindings(filter))
}

/** @returns the controls by reference, with their latest wording and the counts of what was done on them */
export function controlRows(
  reader: Reader,
  filter: ControlFilter,
  page: { offset: number; limit: number },
): ControlRow[] {
  return reader.all<ControlRow>(rowsSql, { ...bindings(filter), ...page })
}

const countOf = (table: string) => `SELECT control_id, count(*) AS n FROM ${table}
  WHERE engagement_id = @engagementId AND deleted = 0 GROUP BY control_id`

const outcomeOf = (aspect: 'design' | 'operation') => `(SELECT outcome FROM conclusion
  WHERE conclusion.engagement_id = @engagementId AND target_entity = 'control' AND target_id = page.id
    AND aspect = '${aspect}' AND deleted = 0 ORDER BY at DESC, id LIMIT 1)`

const rowsSql = `
WITH
  page AS MATERIALIZED (
    SELECT id, ref, title, owner, organisation_id FROM control WHERE ${asked} ORDER BY ref, id LIMIT @limit OFFSET @offset),
  procedures AS MATERIALIZED (${countOf('procedure')}),
  samples AS MATERIALIZED (${countOf('sample')}),
  deviations AS MATERIALIZED (${countOf('deviation')}),
  versions AS MATERIALIZED (
    SELECT version.control_id AS control_id, version.frequency AS frequency, version.type AS type, version.nature AS nature,
      count(*) OVER (PARTITION BY version.control_id) AS n,
      row_number() OVER (PARTITION BY version.control_id ORDER BY version.effective_on DESC, version.rowid DESC) AS place
    FROM page JOIN control_version AS version ON version.control_id = page.id
    WHERE version.engagement_id = @engagementId AND version.deleted = 0)
SELECT page.id AS controlId, page.ref AS ref, page.title AS title, page.owner AS owner,
  page.organisation_id AS organisationId,
  (SELECT name FROM subservice_organisation WHERE id = page.organisation_id AND deleted = 0) AS organisation,
  latest.frequency AS frequency, latest.type AS type, latest.nature AS nature, latest.n AS versions,
  coalesce(procedures.n, 0) AS procedures, coalesce(samples.n, 0) AS samples, coalesce(deviations.n, 0) AS deviations,
  ${outcomeOf('design')} AS design, ${outcomeOf('operation')} AS operation
FROM page JOIN versions AS latest ON latest.control_id = page.id AND latest.place = 1
  LEFT JOIN procedures ON procedures.control_id = page.id
  LEFT JOIN samples ON samples.control_id = page.id
  LEFT JOIN deviations ON deviations.control_id = page.id
ORDER BY page.ref, page.id`

/** A criterion that a control answers. */
export type ControlCriterion = { controlId: string; criterionId: string }

/** @returns which criteria the controls answer, by id of the criterion */
export function controlCriteria(reader: Reader, engagementId: string): ControlCriterion[] {
  return reader.all<ControlCriterion>(
    `SELECT control_id AS controlId, criterion_id AS criterionId FROM control_criterion
     WHERE engagement_id = @engagementId AND mapped = 1 AND deleted = 0 ORDER BY criterion_id`,
    { engagementId },
  )
}

export type VersionRow = Omit<ControlVersion, 'untilOn'> & { controlId: string }

const versionsSql = (where: string) => `
SELECT id AS controlVersionId, control_id AS controlId, effective_on AS effectiveOn, description, frequency, type, nature
FROM control_version WHERE ${where} AND deleted = 0 ORDER BY control_id, effective_on, rowid`

/** @returns the wordings of one control, oldest first */
export function versionsOf(reader: Reader, controlId: string): VersionRow[] {
  return reader.all<VersionRow>(versionsSql('control_id = @controlId'), { controlId })
}

/** @returns the wordings of all controls of an engagement, those of each oldest first */
export function allVersions(reader: Reader, engagementId: string): VersionRow[] {
  return reader.all<VersionRow>(versionsSql('engagement_id = @engagementId'), { engagementId })
}

/** @returns how many procedures, walkthroughs, samples and deviations a control has */
export function workOn(reader: Reader, controlId: string): number {
  return reader.count(
    `SELECT (SELECT count(*) FROM procedure WHERE control_id = @controlId AND deleted = 0)
       + (SELECT count(*) FROM walkthrough WHERE control_id = @controlId AND deleted = 0)
       + (SELECT count(*) FROM sample WHERE control_id = @controlId AND deleted = 0)
       + (SELECT count(*) FROM deviation WHERE control_id = @controlId AND deleted = 0) AS n`,
    { controlId },
  )
}
