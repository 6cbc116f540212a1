import { afterEach, describe, expect, it } from 'vitest'
import { addControl, entriesOf, openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function scoped() {
  const opened = await openEngagement()
  engine = opened.engine
  const { engine: client, engagementId } = opened
  const gaps = () => client.call('scope.gaps', { engagementId })
  return { client, engagementId, gaps }
}

describe('a criterion that does not apply', () => {
  it('is told with its reason, is no gap, and is not concluded on until it applies again', async () => {
    const { client, engagementId, gaps } = await scoped()
    const before = await gaps()
    expect(before.criteriaWithoutControl).toHaveLength(36)
    const aside = { engagementId, criterionId: 'CC6.4', reason: 'The host guards the halls; it is carved out.' }
    await client.call('criterion.setAside', aside)
    expect((await gaps()).criteriaWithoutControl).not.toContain('CC6.4')
    const { criteria } = await client.call('criterion.list', { engagementId })
    expect(criteria.find(({ criterionId }) => criterionId === 'CC6.4')).toMatchObject({ setAside: aside.reason })
    const { progress } = await client.call('engagement.get', { engagementId })
    expect(progress.criteria).toBe(35)
    const conclusion = { aspect: 'design', outcome: 'effective', rationale: 'Met.' } as const
    const target = { entity: 'criterion', id: 'CC6.4', engagementId } as const
    await expect(client.call('conclusion.save', { target, ...conclusion })).rejects.toMatchObject({
      code: 'criterion.not_in_scope',
    })
    await client.call('criterion.setAside', { ...aside, reason: null })
    await client.call('conclusion.save', { target, ...conclusion })
    await expect(client.call('criterion.setAside', aside)).rejects.toMatchObject({ code: 'criterion.concluded' })
  })

  it('is one of the categories; a reason that is there already is no entry', async () => {
    const { client, engagementId } = await scoped()
    const aside = { engagementId, criterionId: 'P1.1', reason: 'No personal data.' }
    await expect(client.call('criterion.setAside', aside)).rejects.toMatchObject({ code: 'criterion.not_in_scope' })
    await client.call('criterion.setAside', { ...aside, criterionId: 'A1.3' })
    const entries = await entriesOf(client, engagementId)
    await client.call('criterion.setAside', { ...aside, criterionId: 'A1.3' })
    await client.call('criterion.setAside', { ...aside, criterionId: 'A1.2', reason: null })
    expect(await entriesOf(client, engagementId)).toBe(entries)
  })
})

describe('a commitment', () => {
  it('is kept by criteria and controls, is counted by kind, and is flagged where nothing stands for it', async () => {
    const { client, engagementId, gaps } = await scoped()
    const controlId = await addControl(client, engagementId)
    await addControl(client, engagementId, { ref: 'OTH-01', criteria: [] })
    const save = (fields: object) =>
      client.call('commitment.save', { engagementId, kind: 'commitment', text: 'Changes are approved.', ...fields })
    expect((await save({ criteria: ['CC8.1'] })).ref).toBe('SC-1')
    expect((await save({ kind: 'requirement', controlIds: [controlId] })).ref).toBe('SR-1')
    expect((await save({ text: '99.9 % of each month.', criteria: ['A1.2'] })).ref).toBe('SC-2')
    expect(await gaps()).toMatchObject({
      controlsWithoutCriterion: [{ ref: 'OTH-01' }],
      commitmentsWithoutCriterion: ['SR-1'],
      commitmentsWithoutControl: ['SC-2'],
    })
    const { criteriaWithoutCommitment } = await gaps()
    expect(criteriaWithoutCommitment).toHaveLength(34)
    expect(criteriaWithoutCommitment).not.toContain('CC8.1')
  })

  it('is refused for criteria outside of the scope, and never changes its kind', async () => {
    const { client, engagementId } = await scoped()
    const text = 'Personal data is erased on request.'
    const save = (fields: object) =>
      client.call('commitment.save', { engagementId, kind: 'commitment', text, ...fields })
    await expect(save({ criteria: ['P4.3'] })).rejects.toMatchObject({ code: 'criterion.not_in_scope' })
    await expect(save({ controlIds: ['another'] })).rejects.toMatchObject({ code: 'control.not_found' })
    const { commitmentId } = await save({})
    await expect(save({ commitmentId, kind: 'requirement' })).rejects.toMatchObject({
      code: 'commitment.kind_is_fixed',
    })
    await client.call('commitment.remove', { commitmentId })
    await client.call('journal.undo', { engagementId })
    expect((await client.call('commitment.list', { engagementId })).commitments).toMatchObject([{ ref: 'SC-1', text }])
  })
})

describe('the boundary of the system', () => {
  it('tells what lies outside of it, with the reason', async () => {
    const { client, engagementId } = await scoped()
    const part = { engagementId, component: 'software', name: 'Marketing site' } as const
    await expect(client.call('boundary.save', { ...part, included: false })).rejects.toMatchObject({
      code: 'boundary.reason_required',
    })
    await client.call('boundary.save', { ...part, included: false, reason: 'It holds no ledgers.' })
    await client.call('boundary.save', { ...part, component: 'infrastructure', name: 'Region eu-1', included: true })
    const { parts } = await client.call('boundary.list', { engagementId })
    expect(parts.map(({ name, included }) => [name, included])).toEqual([
      ['Region eu-1', true],
      ['Marketing site', false],
    ])
  })
})
