import type { Procedure } from '../shared/contract/procedure.ts'
import { practitionerName } from './practitionerName.ts'
import type { Reader } from './reader.ts'
import { leftOutItems } from './sample/counted.ts'

/** Which procedures are asked for: all of an engagement, of one control, or one. */
export type ProcedureFilter = { engagementId: string; controlId?: string | undefined; procedureId?: string | undefined }

/** A procedure with the counts of its test sheet; replaced items do not count. */
export type ProcedureRow = Omit<
  Procedure,
  'attributes' | 'warnings' | 'filledText' | 'openPlaceholders' | 'performed'
> & { performedOn: string | null; performedBy: string | null; finding: string | null }

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

// IN, not a join: results come in the order of their index, by procedure, and nothing is sorted to be counted.
const procedureSql = `
WITH
  ${leftOutItems},
  letters AS MATERIALIZED (
    SELECT attribute.procedure_id AS procedure_id, count(*) AS n
    FROM procedure JOIN attribute ON attribute.procedure_id = procedure.id
    WHERE ${asked} AND attribute.deleted = 0 GROUP BY attribute.procedure_id),
  items AS MATERIALIZED (
    SELECT sample_id, count(*) AS n FROM sample_item
    WHERE sample_id IN (SELECT sample_id FROM procedure WHERE ${asked}) AND deleted = 0 AND replaced_because IS NULL
    GROUP BY sample_id),
  recorded AS MATERIALIZED (
    SELECT result.procedure_id AS procedure_id, count(result.outcome) AS n, sum(result.outcome IS 'deviation') AS deviations
    FROM result WHERE result.procedure_id IN (SELECT procedure.id FROM procedure WHERE ${asked})
      AND result.deleted = 0 AND result.sample_item_id NOT IN left_out
    GROUP BY result.procedure_id)
SELECT procedure.id AS procedureId, procedure.engagement_id AS engagementId, procedure.control_id AS controlId,
  control.ref AS controlRef, procedure.aspect AS aspect, procedure.nature AS nature, procedure.timing AS timing, procedure.text AS text,
  procedure.performed_on AS performedOn, procedure.performed_by AS performedBy, procedure.finding AS finding,
  procedure.library_procedure_id AS libraryProcedureId,
  procedure.sample_id AS sampleId, coalesce(letters.n * items.n, 0) AS resultsExpected,
  coalesce(recorded.n, 0) AS resultsRecorded, coalesce(recorded.deviations, 0) AS deviations
FROM procedure JOIN control ON control.id = procedure.control_id
  LEFT JOIN letters ON letters.procedure_id = procedure.id
  LEFT JOIN items ON items.sample_id = procedure.sample_id
  LEFT JOIN recorded ON recorded.procedure_id = procedure.id
WHERE ${asked}
ORDER BY control.ref, procedure.rowid`

/** SQL that says whether anything was recorded for `procedure`: on its sheet, or as what it found. */
export const wasPerformed = `(procedure.performed_on IS NOT NULL OR EXISTS (
  SELECT 1 FROM result JOIN sample_item AS item ON item.id = result.sample_item_id
  WHERE result.procedure_id = procedure.id AND result.deleted = 0 AND result.outcome IS NOT NULL
    AND item.replaced_because IS NULL))`

/** An attribute with the procedure that it belongs to. */
export type AttributeRow = { procedureId: string; letter: string; text: string; expected: string | null }

/** @returns the attributes of the procedures, in the order of the sheet; by letter where nobody has put them in order */
export function attributeRows(reader: Reader, filter: ProcedureFilter): AttributeRow[] {
  return reader.all<AttributeRow>(
    `SELECT attribute.procedure_id AS procedureId, attribute.letter AS letter, attribute.text AS text,
       attribute.expected AS expected
     FROM procedure JOIN attribute ON attribute.procedure_id = procedure.id
     WHERE ${asked} AND attribute.deleted = 0 ORDER BY attribute.place, attribute.letter`,
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

/** Why a warning about a procedure is all right. */
export type WarningAnswerRow = { procedureId: string; code: string; reason: string; by: string; at: string }

/** @returns the answers to warnings about the procedures, with the names of who gave them */
export function warningAnswers(reader: Reader, filter: ProcedureFilter): WarningAnswerRow[] {
  return reader.all<WarningAnswerRow>(
    `SELECT answer.procedure_id AS procedureId, answer.code AS code, answer.reason AS reason, answer.at AS at,
       ${practitionerName('answer."by"', 'answer.engagement_id')} AS "by"
     FROM procedure JOIN warning_answer AS answer ON answer.procedure_id = procedure.id
     WHERE ${asked} AND answer.deleted = 0`,
    bindings(filter),
  )
}

/** A sample as the text of a procedure may name it. */
export type NamedSample = { sampleId: string; population: string; populationSize: number; size: number }

/** @returns a sample with what it was drawn from; replaced items do not count */
export function namedSample(reader: Reader, sampleId: string): NamedSample | undefined {
  return reader.one<NamedSample>(`${namedSql} WHERE sample.id = @sampleId AND sample.deleted = 0`, { sampleId })
}

/** @returns the samples of an engagement, each as {@link namedSample} gives it */
export function namedSamples(reader: Reader, engagementId: string): NamedSample[] {
  return reader.all<NamedSample>(`${namedSql} WHERE sample.engagement_id = @engagementId AND sample.deleted = 0`, {
    engagementId,
  })
}

const namedSql = `
SELECT sample.id AS sampleId, population.name AS population, sample.population_size AS populationSize,
  (SELECT count(*) FROM sample_item AS item WHERE item.engagement_id = sample.engagement_id
     AND item.sample_id = sample.id AND item.deleted = 0 AND item.replaced_because IS NULL) AS size
FROM sample JOIN population ON population.id = sample.population_id`
