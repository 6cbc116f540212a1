import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { entriesOf, openEngagement, period } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function received() {
  const opened = await openEngagement()
  engine = opened.engine
  const { engine: client, engagementId } = opened
  const save = (facts: Partial<ParamsOf<'letter.save'>> = {}) =>
    client.call('letter.save', {
      engagementId,
      kind: 'assertion',
      datedOn: '2026-10-15',
      signedBy: 'R. Osei, chief executive',
      periodStart: period.start,
      periodEnd: period.end,
      ...facts,
    })
  const list = () => client.call('letter.list', { engagementId })
  return { client, engagementId, save, list }
}

describe('letters of management', () => {
  it('are missing until they are received', async () => {
    const { list } = await received()
    expect(await list()).toEqual({
      letters: [],
      problems: [
        {
          code: 'missing',
          kind: 'assertion',
          letterId: null,
          text: "Management's assertion was not received yet.",
        },
        {
          code: 'missing',
          kind: 'representation',
          letterId: null,
          text: 'The representation letter was not received yet.',
        },
      ],
    })
  })

  it('are kept with their file, dates, signatures and days', async () => {
    const { client, engagementId, save, list } = await received()
    const { letterId } = await save({ text: 'We assert.' })
    expect((await list()).problems).toMatchObject([
      { kind: 'representation', code: 'missing' },
      { letterId, code: 'no_file' },
    ])
    const file = join(client.folder, 'assertion.pdf') as FileRef
    await writeFile(file, 'signed')
    await client.call('evidence.attach', { file, target: { entity: 'letter', id: letterId } })
    const { letters, problems } = await list()
    expect(letters).toMatchObject([{ letterId, kind: 'assertion', issuer: 'management', text: 'We assert.', files: 1 }])
    expect(problems).toMatchObject([{ kind: 'representation', code: 'missing' }])
    const { evidence } = await client.call('evidence.list', { engagementId })
    expect(evidence).toMatchObject([{ targets: [{ words: "management's assertion" }] }])
  })

  it('are changed field by field, and a letter saved twice is one entry', async () => {
    const { client, engagementId, save, list } = await received()
    const { letterId } = await save()
    const entries = await entriesOf(client, engagementId)
    await save({ letterId })
    expect(await entriesOf(client, engagementId)).toBe(entries)
    await save({ letterId, signedBy: null })
    expect((await list()).problems.map(({ code }) => code)).toEqual(['missing', 'no_file', 'not_signed'])
  })

  it('refuse half a period, a period and a date at once, a period that ends before it starts, another kind', async () => {
    const { save, list } = await received()
    const { letterId } = await save()
    const refused: [Partial<ParamsOf<'letter.save'>>, string][] = [
      [{ periodEnd: null }, 'letter.period_or_date'],
      [{ asOf: '2026-09-30' }, 'letter.period_or_date'],
      [{ periodStart: '2026-10-01' }, 'period.end_before_start'],
      [{ letterId, kind: 'bridge' }, 'letter.kind_is_fixed'],
      [{ letterId: 'another' }, 'letter.not_found'],
    ]
    for (const [facts, code] of refused) await expect(save(facts)).rejects.toMatchObject({ code })
    expect((await list()).letters).toHaveLength(1)
  })

  it('are removed with a reason, and come back by undo', async () => {
    const { client, engagementId, save, list } = await received()
    const { letterId } = await save()
    await client.call('letter.remove', { letterId, reason: 'a draft' })
    expect((await list()).letters).toEqual([])
    await client.call('journal.undo', { engagementId })
    expect((await list()).letters).toMatchObject([{ letterId }])
  })
})
