import type { PriorTest } from '../../shared/contract/prior.ts'
import { practitionerName } from '../practitionerName.ts'
import type { Reader } from '../reader.ts'

/** What the cells of one attribute came to. */
export type AttributeTally = {
  procedureId: string
  letter: string
  passed: number
  deviations: number
  notApplicable: number
  untested: number
}

/** Cells of the sheets of an engagement, or of one control: replaced items have none. */
const cells = `cells AS MATERIALIZED (
  SELECT procedure.id AS procedure_id, procedure.control_id AS control_id, attribute.letter AS letter,
    item.id AS item_id, result.outcome AS outcome
  FROM procedure JOIN attribute ON attribute.procedure_id = procedure.id AND attribute.deleted = 0
    JOIN sample_item AS item ON item.sample_id = procedure.sample_id AND item.deleted = 0 AND item.replaced_because IS NULL
    LEFT JOIN result ON result.procedure_id = procedure.id AND result.sample_item_id = item.id
      AND result.attribute = attribute.letter AND result.deleted = 0
  WHERE procedure.engagement_id = @engagementId AND procedure.deleted = 0
    AND (@controlId IS NULL OR procedure.control_id = @controlId))`

/** @returns what the attributes of a control's procedures came to, cell by cell */
export function attributeTallies(reader: Reader, engagementId: string, controlId: string): AttributeTally[] {
  return reader.all<AttributeTally>(
    `WITH ${cells}
     SELECT procedure_id AS procedureId, letter, sum(outcome IS 'pass') AS passed, sum(outcome IS 'deviation') AS deviations,
       sum(outcome IS 'not_applicable') AS notApplicable, sum(outcome IS NULL) AS untested
     FROM cells GROUP BY procedure_id, letter`,
    { engagementId, controlId },
  )
}

/**
 * Items by the worst of their cells, as shared/sample/examine.ts counts them: examined are those that passed or deviated. `of` is a
 * procedure or a control; an item that two procedures look at counts once for their control.
 */
export type ItemTally = { of: string; drawn: number; examined: number; deviating: number }

const itemTallies = (of: 'procedure_id' | 'control_id') => `WITH ${cells},
  items AS (
    SELECT ${of} AS owner, item_id, max(outcome IS 'deviation') AS deviates, max(outcome IS NULL) AS untested,
      max(outcome IS 'pass') AS passes
    FROM cells GROUP BY ${of}, item_id)
  SELECT owner AS "of", count(*) AS drawn, sum(deviates OR (passes AND NOT untested)) AS examined, sum(deviates) AS deviating
  FROM items GROUP BY owner`

/** @returns what the items of each procedure of a control came to */
export function itemsByProcedure(reader: Reader, engagementId: string, controlId: string): ItemTally[] {
  return reader.all<ItemTally>(itemTallies('procedure_id'), { engagementId, controlId })
}

/** @returns what the items of each control of an engagement came to */
export function itemsByControl(reader: Reader, engagementId: string): ItemTally[] {
  return reader.all<ItemTally>(itemTallies('control_id'), { engagementId, controlId: null })
}

/** Who recorded results of a procedure, and from when to when. */
export type Testers = { procedureId: string; by: string; from: string; to: string }

/** @returns who recorded results of each procedure of a control, whoever began first */
export function testersOf(reader: Reader, engagementId: string, controlId: string): Testers[] {
  return reader.all<Testers>(
    `SELECT result.procedure_id AS procedureId, ${practitionerName('result."by"', 'result.engagement_id')} AS "by",
       min(result.at) AS "from", max(result.at) AS "to"
     FROM procedure JOIN result ON result.procedure_id = procedure.id
     WHERE procedure.engagement_id = @engagementId AND procedure.control_id = @controlId AND procedure.deleted = 0
       AND result.deleted = 0 AND result.outcome IS NOT NULL
     GROUP BY result.procedure_id, result."by" ORDER BY "from"`,
    { engagementId, controlId },
  )
}

/** The sample of a test with its population and who drew it. */
export type TestedSample = NonNullable<PriorTest['sample']>

/** @returns a sample, its size without replaced items */
export function testedSample(reader: Reader, sampleId: string): TestedSample | undefined {
  return reader.one<TestedSample>(
    `SELECT sample.id AS sampleId, population.name AS populationName, sample.population_size AS populationSize,
       (SELECT count(*) FROM sample_item AS item
        WHERE item.sample_id = sample.id AND item.deleted = 0 AND item.replaced_because IS NULL) AS size,
       sample.method AS method, sample.seed AS seed, sample.drawn_at AS drawnAt,
       ${practitionerName('sample.drawn_by', 'sample.engagement_id')} AS drawnBy
     FROM sample JOIN population ON population.id = sample.population_id WHERE sample.id = @sampleId`,
    { sampleId },
  )
}

/** An item of a sample, without the columns of its population, which only the store of the engagement holds. */
export type TestedItem = { sampleItemId: string; order: number; itemId: string; replacedBecause: string | null }

/** @returns a page of the items of a sample in draw order, and how many there are */
export function testedItems(
  reader: Reader,
  sampleId: string,
  page: { offset: number; limit: number },
): { total: number; items: TestedItem[] } {
  const where = 'FROM sample_item WHERE sample_id = @sampleId AND deleted = 0'
  return {
    total: reader.count(`SELECT count(*) AS n ${where}`, { sampleId }),
    items: reader.all<TestedItem>(
      `SELECT id AS sampleItemId, draw_order AS "order", item_id AS itemId, replaced_because AS replacedBecause
       ${where} ORDER BY draw_order LIMIT @limit OFFSET @offset`,
      { sampleId, ...page },
    ),
  }
}
