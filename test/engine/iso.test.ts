import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTesting, recordAll } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

/** A control of change management with one procedure, seen by the edition of 2022. */
async function seenByIso() {
  const opened = await openTesting()
  engine = opened.engine
  const { engine: client, engagementId, controlId, procedureId } = opened
  const scope = { engagementId, edition: '2022' } as const
  const line = async (requirementId: string) =>
    (await client.call('iso.view', scope)).requirements.find((one) => one.requirementId === requirementId)
  const map = (requirementId: string, mapped = true) =>
    client.call('iso.map', { ...scope, mappings: [{ controlId, requirementId, mapped }] })
  return { client, engagementId, controlId, procedureId, scope, line, map }
}

describe('the ISO view', () => {
  it('shows the clauses 4 to 10 and Annex A of either edition, with the tests of the mapped controls', async () => {
    const { client, engagementId, line, map, procedureId } = await seenByIso()
    await map('A.8.32')
    await recordAll(client, procedureId)
    expect(await line('A.8.32')).toMatchObject({
      controls: [{ ref: 'CHG-01', procedures: 1, performed: 1, deviations: 0 }],
    })
    const kinds = async (edition: '2013' | '2022') => {
      const { requirements } = await client.call('iso.view', { engagementId, edition })
      return ['clause', 'control'].map((kind) => requirements.filter((one) => one.kind === kind).length)
    }
    expect(await kinds('2022')).toEqual([30, 93])
    expect(await kinds('2013')).toEqual([26, 114])
  })

  it('proposes what the criteria of a control lead to until somebody said whether it belongs there', async () => {
    const { client, controlId, scope, map } = await seenByIso()
    const proposed = async () =>
      (await client.call('iso.proposals', scope)).proposals.map(({ requirementId }) => requirementId)
    expect(await proposed()).toContain('A.8.32')
    await map('A.8.32')
    await map('A.8.31', false)
    const left = await proposed()
    expect(left).not.toContain('A.8.32')
    expect(left).not.toContain('A.8.31')
    const entry = { controlId, requirementId: 'A.5.38', mapped: true }
    await expect(client.call('iso.map', { ...scope, mappings: [entry] })).rejects.toMatchObject({
      code: 'iso.requirement_not_found',
    })
  })

  it('keeps its conclusions apart from those of SOC 2, either way', async () => {
    const { client, engagementId, controlId, procedureId, scope, line, map } = await seenByIso()
    await map('A.8.32')
    await recordAll(client, procedureId)
    const before = await client.call('opinion.propose', { engagementId })
    await client.call('iso.conclude', {
      ...scope,
      requirementId: 'A.8.32',
      outcome: 'major_nonconformity',
      reasoning: 'No procedure for emergency changes.',
    })
    expect(await client.call('opinion.propose', { engagementId })).toEqual(before)
    expect((await client.call('conclusion.list', { engagementId })).conclusions).toEqual([])
    await client.call('conclusion.save', {
      target: { entity: 'control', id: controlId },
      aspect: 'operation',
      outcome: 'effective',
      rationale: 'Five of five.',
    })
    expect(await line('A.8.32')).toMatchObject({
      controls: [{ operation: 'effective' }],
      conclusion: { outcome: 'major_nonconformity' },
    })
    expect((await line('A.8.25'))?.conclusion).toBeNull()
    const { requirements } = await client.call('iso.view', { engagementId, edition: '2013' })
    expect(requirements.every(({ conclusion }) => conclusion === null)).toBe(true)
  })

  it('needs a performed procedure before a requirement conforms, and no line that leaves it out', async () => {
    const { client, scope, map } = await seenByIso()
    const conclude = (outcome: 'conform' | 'minor_nonconformity', requirementId = 'A.8.32') =>
      client.call('iso.conclude', { ...scope, requirementId, outcome, reasoning: 'Seen.' })
    await map('A.8.32')
    await expect(conclude('conform')).rejects.toMatchObject({ code: 'iso.nothing_performed' })
    await conclude('minor_nonconformity')
    const leaveOut = (requirementId: string) =>
      client.call('iso.saveApplicability', {
        ...scope,
        requirementId,
        applicable: false,
        justification: 'No premises.',
        implemented: 'no',
      })
    await expect(leaveOut('A.8.32')).rejects.toMatchObject({ code: 'iso.has_conclusion' })
    await expect(leaveOut('9.2.1')).rejects.toMatchObject({ code: 'iso.clause_applies' })
    await leaveOut('A.7.1')
    await expect(conclude('conform', 'A.7.1')).rejects.toMatchObject({ code: 'iso.not_applicable' })
  })

  it('is taken back with the reason, and concluded again', async () => {
    const { client, scope, line } = await seenByIso()
    const paper = { ...scope, requirementId: '9.3.1' }
    await client.call('iso.conclude', { ...paper, outcome: 'opportunity', reasoning: 'Minutes are short.' })
    await client.call('iso.removeConclusion', { ...paper, reason: 'Of another site.' })
    expect((await line('9.3.1'))?.conclusion).toBeNull()
    await client.call('iso.conclude', { ...paper, outcome: 'minor_nonconformity', reasoning: 'No minutes.' })
    expect(await line('9.3.1')).toMatchObject({ conclusion: { outcome: 'minor_nonconformity', by: 'Ada Cole' } })
  })

  it('is written as the statement of applicability', async () => {
    const { client, scope, map } = await seenByIso()
    await map('A.8.32')
    const applicability = { applicable: true, justification: 'Risk 7.', implemented: 'yes' } as const
    await client.call('iso.saveApplicability', { ...scope, requirementId: 'A.8.32', ...applicability })
    const file = join(client.folder, 'soa.csv') as FileRef
    expect(await client.call('iso.export', { ...scope, file })).toMatchObject({ requirements: 123 })
    const rows = (await readFile(file, 'utf8')).split('\r\n')
    expect(rows.find((row) => row.startsWith('A.8.32,'))).toMatch(/,yes,Risk 7\.,Implemented,CHG-01,0,0,/)
  })
})
