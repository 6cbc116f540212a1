import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { entriesOf, openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string

beforeEach(async () => ({ engine, engagementId } = await openEngagement()))
afterEach(() => engine.close())

async function csv(...rows: string[]): Promise<FileRef> {
  const file = join(engine.folder, 'wording.csv') as FileRef
  await writeFile(file, [...rows, ''].join('\r\n'))
  return file
}

const wordingOf = async (criterionId: string) =>
  (await engine.call('description.checklist', { engagementId })).checks.find((one) => one.criterionId === criterionId)
    ?.wording

describe("the firm's own wording", () => {
  it('is shown beside ids, and is in no journal of an engagement, so that no bundle carries it', async () => {
    const before = await entriesOf(engine, engagementId)
    const file = await csv('ID,Text', 'dc1,Own words on services', 'DC 9,Own words on changes')
    expect(await engine.call('wording.import', { framework: 'dc-200', file })).toEqual({
      imported: 2,
      unchanged: 0,
      rejected: [],
    })
    expect(await wordingOf('DC 1')).toBe('Own words on services')
    expect(await entriesOf(engine, engagementId)).toBe(before)
    const { frameworks } = await engine.call('wording.list', {})
    expect(frameworks.map(({ requirements, worded }) => [requirements, worded])).toEqual([
      [61, 0],
      [9, 2],
      [140, 0],
      [123, 0],
    ])
    expect(await engine.call('wording.clear', { framework: 'dc-200' })).toEqual({ removed: 2 })
    expect(await wordingOf('DC 1')).toBeNull()
    await engine.call('wording.import', { framework: 'dc-200', file })
    expect(await wordingOf('DC 1')).toBe('Own words on services')
  })

  it('leaves out rows that fit nothing, each with its place', async () => {
    const file = await csv('id,text', 'CC6.1,One', 'CC6.1,Two', 'CC6.99,Three', 'CC6.2,')
    const { imported, rejected } = await engine.call('wording.import', { framework: 'tsc-2017', file })
    expect(imported).toBe(1)
    expect(rejected.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'id', 'wording.repeated'],
      [4, 'id', 'wording.unknown_requirement'],
      [5, 'text', 'wording.missing_text'],
    ])
  })

  it('is refused as a whole where no row fits', async () => {
    const file = await csv('id,text', 'X,One')
    await expect(engine.call('wording.import', { framework: 'tsc-2017', file })).rejects.toMatchObject({
      code: 'wording.nothing_to_take',
    })
  })
})
