import type { Procedure } from '../shared/contract/procedure.ts'
import type { Reader } from './reader.ts'

/** Which procedures are asked for: all of an engagement, of one control, or one. */
export type ProcedureFilter = { engagementId: string; controlId?: string | undefined; procedureId?: string | undefined }

/** A procedure with the counts of its test sheet; replaced items do not count. */
export type ProcedureRow = Omit<Procedure, 'attributes' | 'warnings'>

const asked = `procedure.engagement_id = @engagementId AND procedure.deleted = 0
  AND (@controlId IS NULL OR procedure.control_id = @controlId) AND (@procedureId IS NULL OR procedure.id = @procedureId)`

const bindings = ({ engagementId, controlId, procedureId }: ProcedureFilter) => ({
  engagementId,
  controlId: controlId ?? null,
  procedureId: procedureId ?? null,
})

/** @returns the procedures, by the reference of their control and their age */
export function procedureRows(reader: Reader, filter: ProcedureFilter): ProcedureRow[] {
  return reader.all<ProcedureRow>(procedureSql, bindings(filter))
}

const procedureSql = `
WITH
  replaced AS MATERIALIZED (SELECT id FROM sample_item WHERE replaced_because IS NOT NULL),
  letters AS MATERIALIZED (
    SELECT procedure_id, count(*) AS n FROM attribute WHERE engagement_id = @engagementId AND deleted = 0 GROUP BY procedure_id),
  items AS MATERIALIZED (
    SELECT sample_id, count(*) AS n FROM sample_item
    WHERE engagement_id = @engagementId AND deleted = 0 AND replaced_because IS NULL GROUP BY sample_id),
  recorded AS MATERIALIZED (
    SELECT result.procedure_id AS procedure_id, count(result.outcome) AS n, sum(result.outcome IS 'deviation') AS deviations
    FROM procedure JOIN result ON result.procedure_id = procedure.id
    WHERE ${asked} AND result.deleted = 0 AND result.sample_item_id NOT IN replaced
    GROUP BY result.procedure_id)
SELECT procedure.id AS procedureId, procedure.engagement_id AS engagementId, procedure.control_id AS controlId,
  control.ref AS controlRef, procedure.aspect AS aspect, procedure.nature AS nature, procedure.text AS text,
  procedure.sample_id AS sampleId, coalesce(letters.n * items.n, 0) AS resultsExpected,
  coalesce(recorded.n, 0) AS resultsRecorded, coalesce(recorded.deviations, 0) AS deviations
FROM procedure JOIN control ON control.id = procedure.control_id
  LEFT JOIN letters ON letters.procedure_id = procedure.id
  LEFT JOIN items ON items.sample_id = procedure.sample_id
  LEFT JOIN recorded ON recorded.procedure_id = procedure.id
WHERE ${asked}
ORDER BY control.ref, procedure.rowid`

/** An attribute with the procedure that it belongs to. */
export type AttributeRow = { procedureId: string; letter: string; text: string }

/** @returns the attributes of the procedures, by letter */
export function attributeRows(reader: Reader, filter: ProcedureFilter): AttributeRow[] {
  return reader.all<AttributeRow>(
    `SELECT attribute.procedure_id AS procedureId, attribute.letter AS letter, attribute.text AS text
     FROM procedure JOIN attribute ON attribute.procedure_id = procedure.id
     WHERE ${asked} AND attribute.deleted = 0 ORDER BY attribute.letter`,
    bindings(filter),
  )
}

/** One wording of a control, as far as its tests go. */
export type TestedVersion = { controlId: string; type: 'manual' | 'automated' | 'it_dependent'; effectiveOn: string }

/** @returns the wordings of the controls, by control and day */
export function testedVersions(reader: Reader, engagementId: string, controlId: string | null): TestedVersion[] {
  return reader.all<TestedVersion>(
    `SELECT control_id AS controlId, type, effective_on AS effectiveOn FROM control_version
     WHERE engagement_id = @engagementId AND deleted = 0 AND (@controlId IS NULL OR control_id = @controlId)
     ORDER BY control_id, effective_on`,
    { engagementId, controlId },
  )
}

/** @returns the letters of a procedure that have an outcome or a note on some item */
export function lettersWithResults(reader: Reader, procedureId: string): string[] {
  return reader
    .all<{ letter: string }>(
      `SELECT DISTINCT attribute AS letter FROM result
       WHERE procedure_id = @procedureId AND deleted = 0 AND (outcome IS NOT NULL OR note IS NOT NULL)`,
      { procedureId },
    )
    .map(({ letter }) => letter)
}
