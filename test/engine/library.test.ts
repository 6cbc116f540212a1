import { afterEach, describe, expect, it } from 'vitest'
import { addControl, at, entriesOf, openEngagement, openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function control(scope: Parameters<typeof openEngagement>[0] = {}) {
  const opened = await openEngagement(scope)
  engine = opened.engine
  const controlId = await addControl(opened.engine, opened.engagementId)
  return { client: opened.engine, engagementId: opened.engagementId, controlId }
}

const own = {
  title: 'Change tickets against deployments',
  criteria: ['CC8.1'],
  aspect: 'operation',
  nature: 'inspection',
  timing: 'throughout',
  text: 'For {sample size} of {population}, inspect the ticket.',
  attributes: [{ letter: 'A', text: 'Approved by a second person', expected: 'Approver differs from author' }],
} as const

const asCalled = { ...own, criteria: [...own.criteria], attributes: [...own.attributes] }

describe('the library of procedures', () => {
  it('offers the tests of the catalogue for the criteria of a control', async () => {
    const { client, controlId } = await control()
    const { procedures } = await client.call('library.list', { controlId })
    expect(procedures).toHaveLength(3)
    expect(procedures.every(({ origin, criteria }) => origin === 'catalogue' && criteria.includes('CC8.1'))).toBe(true)
    expect(procedures.map(({ nature }) => nature)).toEqual(['inspection', 'reperformance', 'inspection'])
    const all = (await client.call('library.list', {})).procedures
    expect(all).toHaveLength(125)
    expect(new Set(all.flatMap(({ criteria }) => criteria)).size).toBe(61)
  })

  it('is searched by words', async () => {
    const { client, controlId } = await control()
    const { procedures } = await client.call('library.list', { controlId, query: 'PROTECTION branch' })
    expect(procedures.map(({ text }) => text)).toEqual(['Inspect branch protection settings for mandatory review.'])
  })

  it("holds the firm's own before those of the program, in every engagement and in the journal of the store", async () => {
    const { client, engagementId, controlId } = await control()
    const before = await entriesOf(client, engagementId)
    const { libraryProcedureId } = await client.call('library.save', asCalled)
    expect(at((await client.call('library.list', { controlId })).procedures, 0)).toMatchObject({
      ...asCalled,
      libraryProcedureId,
      origin: 'firm',
      savedBy: 'Ada Cole',
    })
    expect(await entriesOf(client, engagementId)).toBe(before)
  })

  it('copies text, nature, timing and attributes into a control, and changing the library changes no copy', async () => {
    const { client, controlId } = await control()
    const { libraryProcedureId } = await client.call('library.save', asCalled)
    const { procedureId } = await client.call('library.use', { libraryProcedureId, controlId })
    await client.call('library.save', { ...asCalled, libraryProcedureId, text: 'Something else.' })
    expect(await client.call('procedure.get', { procedureId })).toMatchObject({
      controlId,
      libraryProcedureId,
      nature: 'inspection',
      timing: 'throughout',
      aspect: 'operation',
      text: own.text,
      openPlaceholders: ['sample size', 'population'],
      attributes: own.attributes,
    })
    const catalogue = await client.call('library.use', { libraryProcedureId: 'tsc-2017:CC8.1:2', controlId })
    expect(await client.call('procedure.get', catalogue)).toMatchObject({ nature: 'reperformance', timing: null })
  })

  it('keeps a procedure of a control under a title of its own, for the criteria of that control', async () => {
    const opened = await openTesting()
    engine = opened.engine
    const { engine: client, procedureId, controlId } = opened
    const { libraryProcedureId } = await client.call('library.keep', { procedureId, title: 'Tickets of changes' })
    expect((await client.call('library.list', { controlId, origin: 'firm' })).procedures).toMatchObject([
      { libraryProcedureId, title: 'Tickets of changes', criteria: ['CC8.1'], nature: 'inspection' },
    ])
    await expect(client.call('library.keep', { procedureId, title: 'tickets of CHANGES' })).rejects.toMatchObject({
      code: 'library.duplicate_title',
    })
  })

  it('offers a retired procedure no longer, until it is brought back', async () => {
    const { client, controlId } = await control()
    const { libraryProcedureId } = await client.call('library.save', asCalled)
    await client.call('library.retire', { libraryProcedureId, reason: 'Replaced by another one.' })
    const listed = async (retired: boolean) =>
      (await client.call('library.list', { origin: 'firm', retired })).procedures.map(
        ({ retiredBecause }) => retiredBecause,
      )
    expect(await listed(false)).toEqual([])
    expect(await listed(true)).toEqual(['Replaced by another one.'])
    await expect(client.call('library.use', { libraryProcedureId, controlId })).rejects.toMatchObject({
      code: 'library.retired',
    })
    await client.call('library.retire', { libraryProcedureId, retired: false, reason: 'Needed again.' })
    expect(await listed(false)).toEqual([null])
  })

  it('is as of the date and on design in a Type 1 engagement', async () => {
    const { client, controlId } = await control({ reportType: 'type1', period: undefined, asOf: '2026-09-30' })
    const { libraryProcedureId } = await client.call('library.save', asCalled)
    const { procedureId } = await client.call('library.use', { libraryProcedureId, controlId })
    expect(await client.call('procedure.get', { procedureId })).toMatchObject({ aspect: 'design', timing: 'as_of' })
    await expect(
      client.call('library.use', { libraryProcedureId, controlId, aspect: 'operation' }),
    ).rejects.toMatchObject({ code: 'procedure.operation_needs_period' })
  })

  it('leaves what comes with the program as it is, and refuses what no procedure may be', async () => {
    const { client, controlId } = await control()
    const libraryProcedureId = 'tsc-2017:CC8.1:1'
    const refused = (params: Partial<Parameters<typeof client.call<'library.save'>>[1]>) =>
      client.call('library.save', { ...asCalled, ...params })
    await expect(refused({ libraryProcedureId })).rejects.toMatchObject({ code: 'library.read_only' })
    await expect(client.call('library.retire', { libraryProcedureId, reason: 'No.' })).rejects.toMatchObject({
      code: 'library.read_only',
    })
    await expect(refused({ libraryProcedureId: 'x' })).rejects.toMatchObject({ code: 'library.not_found' })
    await expect(refused({ criteria: ['CC99.1'] })).rejects.toMatchObject({ code: 'control.unknown_criterion' })
    await expect(refused({ text: 'For {everybody}' })).rejects.toMatchObject({ code: 'procedure.unknown_placeholder' })
    const twice = [...asCalled.attributes, ...asCalled.attributes]
    await expect(refused({ attributes: twice })).rejects.toMatchObject({ code: 'procedure.duplicate_attribute' })
    await expect(client.call('library.use', { libraryProcedureId: '__proto__', controlId })).rejects.toMatchObject({
      code: 'library.not_found',
    })
  })
})
