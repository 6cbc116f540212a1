import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { addControl, advanceTo, at, entriesOf, openTesting, recordAll } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

const facts = {
  condition: 'Deployed without an approver.',
  cause: 'The approver was on leave.',
  nature: 'isolated',
  clientStatement: 'It is right.',
  clientPerson: 'Rosa Lind, engineering lead',
  clientSaidOn: '2026-10-19',
  effect: 'It operated effectively all the same.',
  criterionEffect: 'CC8.1 is met.',
} as const

async function deviating() {
  const opened = await openTesting()
  engine = opened.engine
  const { engine: client, engagementId, controlId } = opened
  const { deviationId } = await client.call('deviation.save', { controlId, ...facts })
  const list = async () => (await client.call('deviation.list', { engagementId })).deviations
  return { ...opened, client, deviationId, list, save: { controlId, deviationId, condition: facts.condition } }
}

describe('a deviation on its way', () => {
  it('is confirmed with the client, evaluated and concluded, each by a person at a time', async () => {
    const { client, deviationId, list } = await deviating()
    client.clock.set('2026-10-21T10:00:00Z')
    await client.call('deviation.advance', { deviationId, status: 'confirmed' })
    client.clock.set('2026-10-22T10:00:00Z')
    await client.call('deviation.advance', { deviationId, status: 'evaluated' })
    client.clock.set('2026-10-23T10:00:00Z')
    await client.call('deviation.advance', { deviationId, status: 'concluded' })
    expect(at(await list(), 0)).toMatchObject({
      status: 'concluded',
      confirmed: { by: 'Ada Cole', at: '2026-10-21T10:00:00.000+00:00' },
      evaluated: { by: 'Ada Cole', at: '2026-10-22T10:00:00.000+00:00' },
      concluded: { by: 'Ada Cole', at: '2026-10-23T10:00:00.000+00:00' },
    })
  })

  it('needs for each step what it rests on', async () => {
    const { client, deviationId, save } = await deviating()
    await client.call('deviation.save', { ...save, clientPerson: '', effect: '' })
    await expect(client.call('deviation.advance', { deviationId, status: 'confirmed' })).rejects.toMatchObject({
      code: 'deviation.confirmation_required',
      details: { missing: 'person' },
    })
    await client.call('deviation.save', { ...save, clientPerson: 'Rosa Lind' })
    await expect(client.call('deviation.advance', { deviationId, status: 'concluded' })).rejects.toMatchObject({
      code: 'deviation.step_skipped',
    })
    await advanceTo(client, deviationId, 'evaluated')
    await expect(client.call('deviation.advance', { deviationId, status: 'concluded' })).rejects.toMatchObject({
      code: 'deviation.cause_required',
      details: { missing: 'effect on control' },
    })
    await expect(client.call('deviation.save', { ...save, cause: ' ' })).rejects.toMatchObject({
      code: 'deviation.cause_required',
    })
  })

  it('that is concluded stays as it is until it is reopened with the reason', async () => {
    const { client, engagementId, deviationId, list, save } = await deviating()
    await advanceTo(client, deviationId, 'concluded')
    const before = await entriesOf(client, engagementId)
    for (const change of [
      client.call('deviation.save', { ...save, cause: 'Another one.' }),
      client.call('deviation.remove', { deviationId, reason: 'Wrong.' }),
    ]) {
      await expect(change).rejects.toMatchObject({ code: 'deviation.is_concluded', details: { ref: 'DEV-1' } })
    }
    await expect(client.call('deviation.advance', { deviationId, status: 'open' })).rejects.toMatchObject({
      code: 'deviation.reason_required',
    })
    expect(await entriesOf(client, engagementId)).toBe(before)
    const reason = 'A second item was found.'
    await client.call('deviation.advance', { deviationId, status: 'confirmed', reason })
    expect(at(await list(), 0)).toMatchObject({
      status: 'confirmed',
      confirmed: { by: 'Ada Cole' },
      evaluated: null,
      concluded: null,
      reopenedBecause: reason,
    })
    await client.call('deviation.save', { ...save, cause: 'Nobody was named as deputy.' })
    expect(at(await list(), 0).cause).toBe('Nobody was named as deputy.')
  })

  it('stands as missing in the opinion until it is concluded', async () => {
    const { client, engagementId, deviationId } = await deviating()
    const missing = async () => {
      const { parts } = await client.call('opinion.propose', { engagementId })
      return parts.flatMap((part) => part.missing).filter((text) => text.includes('DEV-1'))
    }
    await advanceTo(client, deviationId, 'evaluated')
    expect(await missing()).toEqual([expect.stringContaining('is evaluated')])
    const progress = () => client.call('engagement.get', { engagementId })
    expect((await progress()).progress.deviationsOpen).toBe(1)
    await client.call('deviation.advance', { deviationId, status: 'concluded' })
    expect(await missing()).toEqual([])
    expect((await progress()).progress.deviationsOpen).toBe(0)
  })
})

describe('what covers for a deviation', () => {
  it('are other controls, with how they were tested and what is concluded on them', async () => {
    const { client, engagementId, controlId, list, save } = await deviating()
    const other = await addControl(client, engagementId, { ref: 'CHG-02', title: 'Review after release' })
    await client.call('deviation.save', {
      ...save,
      compensations: [{ controlId: other, testedHow: 'All 5 late reviews were inspected.' }],
    })
    expect(at(await list(), 0).compensations).toEqual([
      {
        controlId: other,
        controlRef: 'CHG-02',
        controlTitle: 'Review after release',
        testedHow: 'All 5 late reviews were inspected.',
        proceduresPerformed: 0,
        operation: null,
      },
    ])
    const { procedureId } = await client.call('procedure.save', {
      controlId: other,
      nature: 'inspection',
      text: 'Inspect the reviews.',
      attributes: [],
    })
    const performed = { on: '2026-10-01', by: 'Ada Cole', finding: 'All were reviewed.' }
    await client.call('procedure.perform', { procedureId, performed })
    await client.call('conclusion.save', {
      target: { entity: 'control', id: other },
      aspect: 'operation',
      outcome: 'effective',
      rationale: 'All were reviewed.',
    })
    expect(at(await list(), 0).compensations).toMatchObject([{ proceduresPerformed: 1, operation: 'effective' }])
    await client.call('deviation.save', { ...save, cause: 'Still the same controls.' })
    expect(at(await list(), 0).compensations).toHaveLength(1)
    await client.call('deviation.save', { ...save, compensations: [] })
    expect(at(await list(), 0).compensations).toEqual([])
    const itself = [{ controlId, testedHow: 'By itself.' }]
    await expect(client.call('deviation.save', { ...save, compensations: itself })).rejects.toMatchObject({
      code: 'deviation.compensated_by_itself',
    })
    const unknown = [{ controlId: 'x', testedHow: 'Never.' }]
    await expect(client.call('deviation.save', { ...save, compensations: unknown })).rejects.toMatchObject({
      code: 'control.not_found',
    })
  })

  it('may be the extension of the sample that was made because of it', async () => {
    const { client, sample, list, save } = await deviating()
    const { sampleId } = sample
    const extension = { sampleId, number: 1 }
    await expect(client.call('deviation.save', { ...save, extension })).rejects.toMatchObject({
      code: 'deviation.extension_not_found',
    })
    await client.call('sample.extend', { sampleId, by: 3, reason: 'One deviation in five.' })
    await client.call('deviation.save', { ...save, extension })
    expect(at(await list(), 0).extension).toEqual({ ...extension, by: 3, reason: 'One deviation in five.' })
    await client.call('deviation.save', { ...save, extension: null })
    expect(at(await list(), 0).extension).toBeNull()
  })
})

describe('the register of deviations as a list', () => {
  it('goes out as it is filtered, as a workbook and as text, and no cell can run', async () => {
    const { client, engagementId, controlId, procedureId, sample } = await deviating()
    await recordAll(client, procedureId)
    await client.call('deviation.save', {
      controlId,
      procedureId,
      sampleItemId: at(sample.items, 0).sampleItemId,
      attribute: 'A',
      condition: '=cmd|calc',
    })
    const file = join(client.folder, 'register.xlsx') as FileRef
    const text = join(client.folder, 'register.csv') as FileRef
    expect(await client.call('deviation.export', { engagementId, file })).toMatchObject({ deviations: 2 })
    const { sheets } = await readXlsx(await readFile(file))
    const rows = at(sheets, 0).rows
    expect(rows.map((row) => row[0])).toEqual(['Deviation', 'DEV-1', 'DEV-2'])
    expect(at(rows, 2)).toContain('=cmd|calc')
    const filtered = { engagementId, file: text, nature: 'not_judged' as const }
    expect(await client.call('deviation.export', filtered)).toMatchObject({ deviations: 1 })
    const [header = [], row = []] = parse(await readFile(text), { bom: true })
    expect(row[0]).toBe('DEV-2')
    expect(row[header.indexOf('Item')]).toBe(at(sample.items, 0).itemId)
    expect(row[header.indexOf('Condition')]).not.toMatch(/^=/)
  })

  it('is filtered by what it is asked for, and counts all', async () => {
    const { client, engagementId, controlId, deviationId } = await deviating()
    await client.call('deviation.save', { controlId, condition: 'Late.' })
    await advanceTo(client, deviationId, 'confirmed')
    const { deviations, counts, people } = await client.call('deviation.list', { engagementId, status: 'confirmed' })
    expect(deviations.map(({ ref }) => ref)).toEqual(['DEV-1'])
    expect(counts).toEqual({ open: 1, confirmed: 1, evaluated: 0, concluded: 0 })
    expect(people).toEqual(['Ada Cole'])
    await expect(client.callRaw('deviation.list', { engagementId, sort: 'constructor' })).rejects.toMatchObject({
      code: 'call.invalid_params',
    })
  })
})
