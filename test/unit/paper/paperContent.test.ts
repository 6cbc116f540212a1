import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fieldOf, isEntityName } from '../../../shared/model/entities.ts'
import { contentOf, contentText, type PaperRow } from '../../../shared/paper/paperContent.ts'
import { differenceOf } from '../../../shared/paper/paperDifference.ts'
import { formOf, type Paper, paperKinds } from '../../../shared/paper/paperForms.ts'

const sheet: Paper = { entity: 'procedure', id: 'p1' }
const [own, attributes, , results, tickmarks] = formOf('procedure')
const root: PaperRow = { id: 'p1', engagementId: 'e1', controlId: 'c1', text: 'Inspect the ticket.' }

const contentWith = (rows: PaperRow[], marks: PaperRow[] = []) =>
  contentOf(sheet, [
    { part: own, rows: [root] },
    {
      part: attributes ?? own,
      rows: [{ id: 'p1:A', engagementId: 'e1', procedureId: 'p1', letter: 'A', text: 'Approved' }],
    },
    { part: results ?? own, rows },
    { part: tickmarks ?? own, rows: marks },
  ])

const cell = (id: string, outcome: string | null, by = 'AC', at = '2026-10-20T09:00:00Z'): PaperRow => ({
  id: `p1:${id}:A`,
  engagementId: 'e1',
  procedureId: 'p1',
  sampleItemId: id,
  attribute: 'A',
  outcome,
  note: null,
  by,
  at,
})

const aCell = fc.record({
  id: fc.nat({ max: 30 }).map((row) => `s:${row}`),
  outcome: fc.constantFrom('pass', 'deviation', 'not_applicable', null),
  by: fc.string(),
  at: fc.string(),
})
const someCells = fc.uniqueArray(aCell, { selector: ({ id }) => id })

describe('the content of a paper', () => {
  it('is canonical JSON that jq and sha256sum can make, too', () => {
    const content = contentWith([cell('s:1', 'pass')])
    expect(contentText(content)).toBe(
      '{"paper":{"entity":"procedure","id":"p1"},"rows":{' +
        '"attribute":{"p1:A":{"letter":"A","text":"Approved"}},' +
        '"procedure":{"p1":{"controlId":"c1","text":"Inspect the ticket."}},' +
        '"result":{"p1:s:1:A":{"outcome":"pass"}}}}',
    )
    // Printed by: printf '%s' '<the text above>' | sha256sum
    expect(createHash('sha256').update(contentText(content)).digest('hex')).toBe(
      '19f46d26fd1f05d05a3e48255b4ebf9bb034b2e7890563a54e1cdd264fb47fa2',
    )
  })

  it('is the same in whatever order its rows come, and whoever typed them whenever', () => {
    fc.assert(
      fc.property(someCells, fc.string(), fc.infiniteStream(fc.nat()), (cells, other, order) => {
        const rows = cells.map(({ id, outcome, by, at }) => cell(id, outcome, by, at))
        const shuffled = rows
          .map((row) => ({ row: { ...row, by: other, at: other }, place: order.next().value }))
          .toSorted((one, next) => one.place - next.place)
          .map(({ row }) => row)
        expect(contentText(contentWith(shuffled))).toBe(contentText(contentWith(rows)))
      }),
    )
  })

  it('takes a cleared cell and a tickmark that was taken away for what was never there', () => {
    const mark = { id: 'p1:s:1:A:t1', engagementId: 'e1', tickmarkId: 't1', placed: false, by: 'AC', at: '' }
    expect(contentText(contentWith([cell('s:1', null)], [mark]))).toBe(contentText(contentWith([])))
    expect(contentText(contentWith([], [{ ...mark, placed: true }]))).not.toBe(contentText(contentWith([])))
  })

  it('differs in exactly the fields that do not agree: none where the hashes agree, one at least where they do not', () => {
    fc.assert(
      fc.property(someCells, someCells, (before, after) => {
        const [old, now] = [before, after].map((cells) =>
          contentWith(cells.map(({ id, outcome }) => cell(id, outcome))),
        )
        if (old === undefined || now === undefined) throw new TypeError('Two contents were made')
        const outcomes = (cells: typeof before) => new Map(cells.map(({ id, outcome }) => [`p1:${id}:A`, outcome]))
        const [was, is] = [outcomes(before), outcomes(after)]
        const expected = [...new Set([...was.keys(), ...is.keys()])]
          .filter((id) => (was.get(id) ?? null) !== (is.get(id) ?? null))
          .map((id) => ({
            entity: 'result',
            id,
            field: 'outcome',
            before: was.get(id) ?? null,
            after: is.get(id) ?? null,
          }))
        const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
        expect(differenceOf(old, now).toSorted(byId)).toEqual(expected.toSorted(byId))
        expect(differenceOf(old, now).length === 0).toBe(contentText(old) === contentText(now))
      }),
    )
  })
})

describe('the form of a paper', () => {
  it.each(paperKinds)('%s names entities and fields of the model alone', (kind) => {
    for (const { entity, match, omits, counts } of formOf(kind)) {
      const fields = [...Object.keys(match), ...omits, ...(counts === undefined ? [] : [counts])]
      const unknown = fields.filter((field) => field !== 'id' && field !== 'engagementId' && !fieldOf(entity, field))
      expect(unknown).toEqual([])
    }
  })

  it.each(paperKinds)('%s begins with a row of its own', (kind) => {
    expect(isEntityName(kind)).toBe(true)
    expect(formOf(kind)[0]).toMatchObject({ entity: kind, match: { id: { is: 'paper' } } })
  })

  it.each([
    'result',
    'attribute',
    'sampleItem',
    'settlement',
    'controlVersion',
    'judgement',
    'requestAnswer',
    'evidenceMark',
  ])('a %s is content of a paper', (name) => {
    const covered: string[] = paperKinds.flatMap((kind) => formOf(kind).map(({ entity }) => entity))
    expect(covered).toContain(name)
  })
})
