import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { cellIdOf } from '../../shared/record/cellId.ts'
import type { RecordKey } from '../../shared/record/record.ts'
import { tokenOf } from '../../shared/record/token.ts'
import { addControl, openEngagement, openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
afterEach(() => engine.close())

async function testing() {
  const fieldwork = await openTesting()
  engine = fieldwork.engine
  const { engagementId, controlId, procedureId } = fieldwork
  const { items } = await engine.call('result.sheet', { procedureId })
  const [first, second] = items
  if (first === undefined || second === undefined) throw new Error('The sample has no items')
  const { deviationId } = await engine.call('deviation.save', {
    controlId,
    procedureId,
    sampleItemId: first.sampleItemId,
    attribute: 'C',
    condition: 'Released without a test.',
  })
  const find = async (words: string) => (await engine.call('record.find', { engagementId, words })).records
  const references = (record: RecordKey) => engine.call('reference.list', { engagementId, record })
  const note = (text: string) =>
    engine.call('result.record', {
      results: [{ procedureId, sampleItemId: second.sampleItemId, attribute: 'A', outcome: 'pass', note: text }],
    })
  const deviation: RecordKey = { kind: 'deviation', id: deviationId }
  const cell: RecordKey = { kind: 'result', id: cellIdOf(procedureId, second.sampleItemId, 'A') }
  return { ...fieldwork, first, second, deviation, cell, find, references, note }
}

describe('a text in a file for others', () => {
  it('names what it points at by its reference, and says what was removed', async () => {
    const { engagementId, controlId, deviation } = await testing()
    const control = tokenOf({ kind: 'control', id: controlId })
    const removed = await engine.call('deviation.save', { controlId, condition: 'Recorded twice.' })
    const gone = tokenOf({ kind: 'deviation', id: removed.deviationId })
    await engine.call('deviation.save', {
      deviationId: deviation.id,
      controlId,
      condition: `Not as ${control} asks; see ${gone}.`,
    })
    await engine.call('deviation.remove', { deviationId: removed.deviationId, reason: 'Recorded twice.' })
    const register = join(engine.folder, 'register.csv') as FileRef
    const list = join(engine.folder, 'list.csv') as FileRef
    await engine.call('deviation.export', { engagementId, file: register })
    await engine.call('list.export', { list: 'deviations', engagementId, file: list })
    for (const file of [register, list]) {
      expect(await readFile(file, 'utf8')).toContain('Not as CHG-01 asks; see DEV-2 (removed).')
    }
    const { milestones } = await engine.call('engagement.gates', { engagementId })
    const gates = milestones.flatMap((each) => each.gates)
    expect(gates.find(({ code }) => code === 'reference_dangling')).toMatchObject({
      count: 1,
      places: [{ entity: 'deviation', id: deviation.id, label: 'DEV-1 points at DEV-2' }],
    })
  })
})

describe('a record', () => {
  it('is found by its reference or by words of its title, the best match first', async () => {
    const { find, deviation, controlId, first, procedureId } = await testing()
    expect((await find('DEV-1'))[0]).toMatchObject({ ...deviation, ref: 'DEV-1', title: 'Released without a test.' })
    expect((await find('approval'))[0]).toMatchObject({ kind: 'control', id: controlId, ref: 'CHG-01' })
    expect((await find('cc8'))[0]).toMatchObject({ kind: 'criterion', id: 'CC8.1' })
    expect((await find(first.itemId))[0]).toMatchObject({ kind: 'sampleItem', id: first.sampleItemId })
    expect((await find(`${first.itemId} c`))[0]).toMatchObject({
      kind: 'result',
      id: cellIdOf(procedureId, first.sampleItemId, 'C'),
      ref: `${first.itemId} C`,
      within: procedureId,
    })
    expect((await find('opinion design'))[0]).toMatchObject({ kind: 'opinion' })
    expect(await find('no such thing')).toEqual([])
  })

  it('is looked for by the words as they are: a percent sign or an underscore means itself', async () => {
    const { find, engagementId } = await testing()
    await addControl(engine, engagementId, { ref: 'BCK-01', title: '100% of backups_daily' })
    expect((await find('%')).map(({ ref }) => ref)).toEqual(['BCK-01'])
    expect((await find('s_d')).map(({ ref }) => ref)).toEqual(['BCK-01'])
    expect(await find("'; DROP TABLE control; --")).toEqual([])
    expect((await find('')).length).toBe(20)
  })

  it('of another engagement is unknown here, and one that was removed says so', async () => {
    const { engagementId, deviation } = await testing()
    const other = await engine.call('engagement.create', {
      client: 'Other',
      reportType: 'type1',
      asOf: '2026-01-01',
      categories: ['security'],
    })
    const describeIn = async (id: string, records: RecordKey[]) =>
      (await engine.call('record.describe', { engagementId: id, records })).records.map(({ ref, state }) => [
        ref,
        state,
      ])
    expect(await describeIn(other.engagementId, [deviation])).toEqual([[deviation.id, 'unknown']])
    expect(await describeIn(engagementId, [{ kind: 'control', id: 'x' }, deviation])).toEqual([
      ['x', 'unknown'],
      ['DEV-1', 'present'],
    ])
    await engine.call('deviation.remove', { deviationId: deviation.id, reason: 'Recorded twice.' })
    expect(await describeIn(engagementId, [deviation])).toEqual([['DEV-1', 'removed']])
  })

  it('of every kind is named and has a state', async () => {
    const { engagementId, controlId, populationId, sample, procedureId, first, find } = await testing()
    const file = join(engine.folder, 'screen.txt') as FileRef
    await writeFile(file, 'What the screen showed.')
    const { evidenceId } = await engine.call('evidence.attach', { target: { entity: 'control', id: controlId }, file })
    const { requestId } = await engine.call('request.create', {
      engagementId,
      kind: 'other',
      title: 'Access list',
      text: 'Please send it.',
    })
    const { walkthroughId } = await engine.call('walkthrough.save', {
      controlId,
      performedOn: '2026-03-02',
      performedBy: 'Ada Cole',
      instance: 'CHG-00033',
      trace: 'Seen.',
      suitablyDesigned: true,
      implemented: true,
    })
    await engine.call('conclusion.save', {
      target: { entity: 'control', id: controlId },
      aspect: 'design',
      outcome: 'effective',
      rationale: 'As seen.',
    })
    const { commitmentId } = await engine.call('commitment.save', {
      engagementId,
      kind: 'commitment',
      text: 'Changes are approved.',
      criteria: ['CC8.1'],
    })
    await engine.call('conclusion.save', {
      target: { entity: 'commitment', id: commitmentId },
      aspect: 'design',
      outcome: 'effective',
      rationale: 'As seen.',
    })
    const { records } = await engine.call('record.describe', {
      engagementId,
      records: [
        { kind: 'evidence', id: evidenceId },
        { kind: 'request', id: requestId },
        { kind: 'walkthrough', id: walkthroughId },
        { kind: 'population', id: populationId },
        { kind: 'sample', id: sample.sampleId },
        { kind: 'sampleItem', id: first.sampleItemId },
        { kind: 'procedure', id: procedureId },
        { kind: 'conclusion', id: `${engagementId}:control:${controlId}:design` },
        { kind: 'conclusion', id: `${engagementId}:commitment:${commitmentId}:design` },
        { kind: 'engagement', id: engagementId },
      ],
    })
    expect(records.map(({ ref, title, within, state }) => [ref, title, within, state])).toEqual([
      ['screen.txt', '', null, 'present'],
      ['REQ-1', 'Access list', null, 'present'],
      ['CHG-01 walkthrough', 'CHG-00033', controlId, 'present'],
      ['Change tickets', '1402 rows', null, 'present'],
      ['Sample of CHG-01', 'Change tickets', null, 'present'],
      [first.itemId, 'item of the sample of CHG-01', sample.sampleId, 'present'],
      ['CHG-01 inspection', 'Inspect the ticket of each change.', controlId, 'present'],
      ['Conclusion on the design of CHG-01', 'effective', controlId, 'present'],
      ['Conclusion on the design of SC-1', 'effective', null, 'present'],
      ['Meridian Ledger', '', null, 'present'],
    ])
    expect((await find('walkthrough'))[0]).toMatchObject({ kind: 'walkthrough' })
  })
})

describe('a reference between papers', () => {
  it('is listed both ways, and follows the text that it stands in', async () => {
    const { deviation, cell, references, note, controlId } = await testing()
    await note(
      `As ${tokenOf(deviation)}; see ${tokenOf({ kind: 'control', id: controlId })} and ${tokenOf(deviation)}.`,
    )
    const from = await references(cell)
    expect(from.refersTo.map(({ ref, fields }) => [ref, fields])).toEqual([
      ['DEV-1', ['result.note']],
      ['CHG-01', ['result.note']],
    ])
    expect(from.referredToBy).toEqual([])
    expect((await references(deviation)).referredToBy).toMatchObject([
      { ...cell, fields: ['result.note'], state: 'present' },
    ])
    await note('Nothing to refer to.')
    expect((await references(deviation)).referredToBy).toEqual([])
    expect((await references(cell)).refersTo).toEqual([])
  })

  it('is dangling once its record is removed or was never here, and no longer when that is undone', async () => {
    const { engagementId, deviation, cell, note } = await testing()
    const dangling = () => engine.call('reference.dangling', { engagementId })
    await note(`As ${tokenOf(deviation)}.`)
    expect(await dangling()).toEqual({ total: 0, dangling: [] })
    await engine.call('deviation.remove', { deviationId: deviation.id, reason: 'Recorded twice.' })
    expect(await dangling()).toMatchObject({
      total: 1,
      dangling: [{ from: cell, field: 'result.note', to: { ref: 'DEV-1', state: 'removed' } }],
    })
    await engine.call('journal.undo', { engagementId })
    expect(await dangling()).toEqual({ total: 0, dangling: [] })
    await note('As @[evidence:gone].')
    expect(await dangling()).toMatchObject({ dangling: [{ to: { kind: 'evidence', id: 'gone', state: 'unknown' } }] })
  })

  it('of a paper that was removed itself is nobody else’s concern', async () => {
    const { engagementId, deviation, references, controlId } = await testing()
    const { walkthroughId } = await engine.call('walkthrough.save', {
      controlId,
      performedOn: '2026-03-02',
      performedBy: 'Ada Cole',
      instance: 'CHG-00033',
      trace: `Failed as ${tokenOf(deviation)} and @[control:x].`,
      suitablyDesigned: true,
      implemented: true,
    })
    expect((await references(deviation)).referredToBy).toMatchObject([{ kind: 'walkthrough', within: controlId }])
    await engine.call('walkthrough.remove', { walkthroughId, reason: 'Wrong control.' })
    expect((await references(deviation)).referredToBy).toEqual([])
    expect((await engine.call('reference.dangling', { engagementId })).total).toBe(0)
  })

  it('is asked for in an engagement that exists, of a kind that exists', async () => {
    const { engagementId } = await openEngagement().then((opened) => ((engine = opened.engine), opened))
    const list = (params: object) =>
      engine.callRaw('reference.list', { engagementId, record: { kind: 'control', id: 'x' }, ...params })
    await expect(list({ engagementId: 'x' })).rejects.toMatchObject({ code: 'engagement.not_found' })
    await expect(list({ record: { kind: 'practitioner', id: 'x' } })).rejects.toMatchObject({
      code: 'call.invalid_params',
    })
    await expect(engine.callRaw('record.find', { engagementId, words: 'x'.repeat(201) })).rejects.toMatchObject({
      code: 'call.invalid_params',
    })
    expect(await list({})).toEqual({ refersTo: [], referredToBy: [], moreReferrers: 0 })
  })
})
