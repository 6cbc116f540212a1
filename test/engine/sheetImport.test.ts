import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeXlsx } from '../../electron/engine/spreadsheet/writeXlsx.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { at, openTesting } from './fieldwork.ts'

it('takes a test sheet from a workbook as one entry, tells first what would change, and undoes it as one', async () => {
  const { engine, engagementId, procedureId, sample } = await openTesting()
  onTestFinished(engine.close)
  const [first, second, third] = [at(sample.items, 0), at(sample.items, 1), at(sample.items, 2)]
  const file = join(engine.folder, 'sheet.xlsx') as FileRef
  await writeXlsx(file, [
    { name: 'Read me', header: ['about'], rows: [['Testing of changes']] },
    {
      name: 'CHG-01',
      header: ['Ticket', 'Attribute A', 'B', 'Comment'],
      rows: [
        [first.itemId, 'Pass', 'Fail', 'released before approval'],
        [second.itemId, 'ok', 'n/a', ''],
        ['CHG-unknown', 'pass', 'pass', ''],
      ],
    },
  ])
  await engine.call('result.record', {
    procedureId,
    sampleItemId: second.sampleItemId,
    attribute: 'A',
    outcome: 'deviation',
  })
  const seen = await engine.call('result.preview', { procedureId, file, sheet: 'CHG-01' })
  expect(seen.proposal).toEqual({
    itemId: 'Ticket',
    outcomes: { A: 'Attribute A', B: 'B' },
    notes: {},
    itemNote: 'Comment',
  })
  const would = await engine.call('result.import', { procedureId, file, sheet: 'CHG-01', dryRun: true })
  expect(would).toMatchObject({
    added: 3,
    changed: 0,
    differing: [{ row: 3, itemId: second.itemId, attribute: 'A', recorded: 'deviation', found: 'pass' }],
    rejected: [{ row: 4, column: 'Ticket', code: 'result.item_not_in_sample' }],
  })
  expect(would.missing).toContain(third.itemId)
  const before = await engine.call('result.sheet', { procedureId })
  expect(before.results).toHaveLength(1)

  await engine.call('result.import', { procedureId, file, sheet: 'CHG-01', overwrite: true })
  const { results } = await engine.call('result.sheet', { procedureId })
  const cells = results.map(({ sampleItemId, attribute, outcome, note }) => [sampleItemId, attribute, outcome, note])
  expect(cells).toHaveLength(4)
  expect(cells).toEqual(
    expect.arrayContaining([
      [first.sampleItemId, 'A', 'pass', null],
      [first.sampleItemId, 'B', 'deviation', 'released before approval'],
      [second.sampleItemId, 'A', 'pass', null],
      [second.sampleItemId, 'B', 'not_applicable', null],
    ]),
  )
  await expect(
    engine.call('result.import', { procedureId, file, sheet: 'CHG-01', overwrite: true }),
  ).resolves.toMatchObject({ added: 0, changed: 0, unchanged: 4 })

  await engine.call('journal.undo', { engagementId })
  const undone = await engine.call('result.sheet', { procedureId })
  expect(undone.results.filter(({ outcome }) => outcome !== null)).toMatchObject([{ outcome: 'deviation' }])
})

it('says which column is missing, and takes nothing', async () => {
  const { engine, procedureId } = await openTesting()
  onTestFinished(engine.close)
  const file = join(engine.folder, 'sheet.csv') as FileRef
  await writeFile(file, 'what,when\n1,2\n')
  const take = (columns?: object) =>
    engine.call('result.import', { procedureId, file, ...(columns === undefined ? {} : { columns }) })
  await expect(take()).rejects.toMatchObject({ code: 'result.no_item_column' })
  await expect(take({ itemId: 'what' })).rejects.toMatchObject({ code: 'result.no_attribute_column' })
  await expect(take({ itemId: 'what', outcomes: { Z: 'when' } })).rejects.toMatchObject({
    code: 'result.unknown_attribute',
  })
  await expect(take({ itemId: 'what', outcomes: { A: 'who' } })).rejects.toMatchObject({ code: 'csv.column_missing' })
})
