import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeXlsx } from '../../electron/engine/spreadsheet/writeXlsx.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { openEngagement } from './fieldwork.ts'

it('takes the control matrix from a sheet of a workbook', async () => {
  const { engine, engagementId } = await openEngagement()
  onTestFinished(engine.close)
  const file = join(engine.folder, 'matrix.xlsx') as FileRef
  const header = ['control_id', 'title', 'criteria', 'frequency', 'type', 'nature', 'owner']
  const rows = [
    ['BOOK-1', 'One', 'CC1.1', 'daily', 'manual', 'preventive', ''],
    ['BOOK-2', 'Two', 'CC9.9', 'daily', 'manual', 'preventive', 'IT lead'],
  ]
  await writeXlsx(file, [
    { name: 'Read me', header: ['about'], rows: [['Controls']] },
    { name: 'RCM', header, rows },
  ])
  const seen = await engine.call('control.preview', { file, sheet: 'RCM' })
  expect(seen).toMatchObject({ format: 'xlsx', sheets: ['Read me', 'RCM'], proposal: { ref: 'control_id' } })
  await expect(engine.call('control.import', { engagementId, file, sheet: 'RCM' })).resolves.toMatchObject({
    imported: 1,
    rejected: [{ row: 3, column: 'criteria', code: 'control.unknown_criterion' }],
  })
})
