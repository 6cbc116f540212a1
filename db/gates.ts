import type { Found } from '../shared/gates/gates.ts'
import { wasPerformed } from './procedure.ts'
import type { Reader } from './reader.ts'
import { countedItems, leftOutItems } from './sample/counted.ts'

/**
 * @returns what the tables alone show as open, in one statement: counts are made per procedure, never per cell, so that a full
 * engagement of tens of thousands of results is answered at once
 */
export function openPapers(reader: Reader, engagementId: string): Found[] {
  return reader.all<Found>(openSql, { engagementId })
}

const live = (table: string) => `${table}.engagement_id = @engagementId AND ${table}.deleted = 0`
const shortText = `control.ref || ' · ' || substr(procedure.text, 1, 80)`

const openSql = `
WITH
  letters AS MATERIALIZED (
    SELECT procedure_id, count(*) AS n FROM attribute WHERE ${live('attribute')} GROUP BY procedure_id),
  ${countedItems},
  ${leftOutItems},
  recorded AS MATERIALIZED (
    SELECT id AS procedure_id, (SELECT count(outcome) FROM result WHERE result.procedure_id = procedure.id
      AND result.deleted = 0 AND result.sample_item_id NOT IN left_out) AS n
    FROM procedure WHERE ${live('procedure')} AND sample_id IS NOT NULL),
  aspects AS (SELECT 'design' AS aspect UNION ALL
    SELECT 'operation' FROM engagement WHERE id = @engagementId AND report_type = 'type2')

SELECT 'control_without_criterion' AS code, 'control' AS entity, control.id, ref AS label, 1 AS count
FROM control WHERE ${live('control')} AND NOT EXISTS (
  SELECT 1 FROM control_criterion AS mapping WHERE mapping.control_id = control.id AND mapping.mapped = 1 AND mapping.deleted = 0)

UNION ALL SELECT 'population_not_concluded', 'population', id, name, 1
FROM population WHERE ${live('population')} AND concluded_at IS NULL

UNION ALL SELECT 'procedure_not_performed', 'control', control.id, ${shortText}, 1
FROM procedure JOIN control ON control.id = procedure.control_id
WHERE ${live('procedure')} AND control.deleted = 0 AND procedure.sample_id IS NULL AND NOT ${wasPerformed}

UNION ALL SELECT 'item_without_result', 'procedure', procedure.id, ${shortText},
  letters.n * items.n - recorded.n AS open
FROM procedure JOIN control ON control.id = procedure.control_id
  JOIN recorded ON recorded.procedure_id = procedure.id
  JOIN letters ON letters.procedure_id = procedure.id JOIN items ON items.sample_id = procedure.sample_id
WHERE ${live('procedure')} AND control.deleted = 0 AND open > 0

UNION ALL SELECT 'evidence_damaged', 'evidence', evidence.id, evidence.name, 1
FROM evidence JOIN evidence_check ON evidence_check.sha256 = evidence.sha256
WHERE ${live('evidence')} AND evidence_check.problem IS NOT NULL

UNION ALL SELECT 'deviation_not_concluded', 'deviation', id, ref, 1
FROM deviation WHERE ${live('deviation')} AND status <> 'concluded'

UNION ALL SELECT 'control_not_concluded', 'control', control.id, ref || ' · ' || aspect, 1
FROM control JOIN aspects WHERE ${live('control')} AND NOT EXISTS (
  SELECT 1 FROM conclusion WHERE target_entity = 'control' AND target_id = control.id AND conclusion.aspect = aspects.aspect
    AND conclusion.deleted = 0 AND conclusion.engagement_id = @engagementId)

UNION ALL SELECT CASE WHEN closed_at IS NULL THEN 'late_change_open' ELSE 'late_change_not_reviewed' END,
  'lateChange', id, circumstances, 1
FROM late_change WHERE ${live('late_change')} AND reviewed_at IS NULL`
