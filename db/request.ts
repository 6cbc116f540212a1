import type { Reader } from './reader.ts'

/** How much of a request is answered, and when the last answer was recorded. */
export type RequestProgress = { requestId: string; asked: number; answered: number; answeredAt: string | null }

/** @returns for each request how many items it asks for and how many have an answer; replaced items are not asked for */
export function requestProgress(reader: Reader, engagementId: string): Map<string, RequestProgress> {
  const rows = reader.all<RequestProgress>(progressSql, { engagementId })
  return new Map(rows.map((row) => [row.requestId, row]))
}

const progressSql = `
SELECT request.id AS requestId,
  CASE WHEN request.sample_id IS NULL THEN 1 ELSE
    (SELECT count(*) FROM sample_item AS item
     WHERE item.sample_id = request.sample_id AND item.deleted = 0 AND item.replaced_because IS NULL) END AS asked,
  CASE WHEN request.sample_id IS NULL THEN
    (SELECT count(*) FROM request_answer WHERE request_id = request.id AND deleted = 0) ELSE
    (SELECT count(*) FROM request_answer AS answer JOIN sample_item AS item ON item.id = answer.sample_item_id
     WHERE answer.request_id = request.id AND answer.deleted = 0
       AND item.deleted = 0 AND item.replaced_because IS NULL) END AS answered,
  (SELECT max(at) FROM request_answer WHERE request_id = request.id AND deleted = 0) AS answeredAt
FROM request WHERE request.engagement_id = @engagementId AND request.deleted = 0`

/** @returns what a request is about: the control and population of its sample, its population, or its control */
export function requestSubjects(reader: Reader, engagementId: string): Map<string, string> {
  const rows = reader.all<{ requestId: string; subject: string | null }>(
    `SELECT request.id AS requestId, coalesce(control.ref || ', ' || drawn.name, population.name,
         about.ref || ' ' || about.title) AS subject
     FROM request LEFT JOIN sample ON sample.id = request.sample_id
       LEFT JOIN control ON control.id = sample.control_id
       LEFT JOIN population AS drawn ON drawn.id = sample.population_id
       LEFT JOIN population ON population.id = request.population_id
       LEFT JOIN control AS about ON about.id = request.control_id
     WHERE request.engagement_id = @engagementId AND request.deleted = 0`,
    { engagementId },
  )
  return new Map(rows.flatMap(({ requestId, subject }) => (subject === null ? [] : [[requestId, subject]])))
}

/** @returns the greatest number that a request of the engagement ever had, hidden ones among them */
export function lastRequestNumber(reader: Reader, engagementId: string): number {
  return reader.count(
    `SELECT coalesce(max(CAST(substr(ref, 5) AS INTEGER)), 0) AS n FROM request
     WHERE engagement_id = @engagementId AND ref LIKE 'REQ-%'`,
    { engagementId },
  )
}

/** An attribute of a procedure on a sample, with the control that it tests. */
export type SampleAttribute = { procedureId: string; controlRef: string; letter: string; text: string }

/** @returns the attributes that are tested on a sample, by control and letter */
export function sampleAttributes(reader: Reader, sampleId: string): SampleAttribute[] {
  return reader.all<SampleAttribute>(
    `SELECT procedure.id AS procedureId, control.ref AS controlRef, attribute.letter AS letter, attribute.text AS text
     FROM procedure JOIN attribute ON attribute.procedure_id = procedure.id JOIN control ON control.id = procedure.control_id
     WHERE procedure.sample_id = @sampleId AND procedure.deleted = 0 AND attribute.deleted = 0
     ORDER BY control.ref, procedure.id, attribute.letter`,
    { sampleId },
  )
}
