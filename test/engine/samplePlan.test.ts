import { afterEach, describe, expect, it } from 'vitest'
import { addControl, openFieldwork } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function fieldwork() {
  const opened = await openFieldwork()
  engine = opened.engine
  return opened
}

describe('a sampling plan', () => {
  it('counts the occurrences of an event-driven control and says the rule, the alternatives and what to think of', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const plan = await client.call('sample.plan', { populationId, controlId })
    expect(plan).toMatchObject({
      populationSize: 1400,
      frequency: 'event',
      policySize: 40,
      policy: 'Tickmark default, version 1',
    })
    expect(plan.rule).toContain('moderate risk: 40')
    expect(plan.alternatives).toHaveLength(18)
    expect(plan.warnings.at(-1)).toContain('prior period never reduces')
  })

  it('warns that a control that changed within the period is two populations', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    await client.call('control.splitVersion', {
      controlId,
      effectiveOn: '2026-03-01',
      description: 'Two people approve.',
      frequency: 'event',
      type: 'manual',
      nature: 'preventive',
    })
    const { warnings } = await client.call('sample.plan', { populationId, controlId })
    expect(warnings.join(' ')).toContain('changed within the period (2026-03-01)')
  })

  it('proposes one item a version for an automated control', async () => {
    const { engine: client, engagementId, populationId } = await fieldwork()
    const controlId = await addControl(client, engagementId, { ref: 'CHG-02', type: 'automated' })
    expect(await client.call('sample.plan', { populationId, controlId })).toMatchObject({ policySize: 1 })
  })
})
