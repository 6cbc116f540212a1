import { afterEach, describe, expect, it } from 'vitest'
import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import { at, openFieldwork } from './fieldwork.ts'
import { openTestEngine, type TestEngine, testPassphrase } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

const shippedId = 'tickmark-default'
const weekly = (moderate: number) => ({ kind: 'rangeByRisk', low: 5, moderate, high: 15 }) as const

async function openStore(): Promise<TestEngine> {
  engine = await openTestEngine()
  return engine
}

async function shippedRules(client: TestEngine): Promise<ResultOf<'policy.get'>['rules']> {
  return (await client.call('policy.get', { policyId: shippedId })).rules
}

/** A copy of the shipped policy that takes 10 in place of 8 from a weekly control of moderate risk. */
async function savePolicy(client: TestEngine, changed: Partial<ParamsOf<'policy.save'>> = {}) {
  const rules = { ...(await shippedRules(client)), weekly: weekly(10) }
  return client.call('policy.save', { name: 'House policy', rules, note: 'Weekly controls need more.', ...changed })
}

const storeEntries = async (client: TestEngine) =>
  client.events.filter(({ payload }) => (payload as { engagementId?: string }).engagementId === 'store').length

describe('the sampling policies of a firm', () => {
  it('begin with the one that comes with the program, which is the default and stays as it is', async () => {
    const client = await openStore()
    const { policies } = await client.call('policy.list', {})
    expect(policies).toMatchObject([
      { policyId: shippedId, name: 'Tickmark default', shipped: true, isDefault: true, retired: null },
    ])
    const rules = { ...(await shippedRules(client)), weekly: weekly(10) }
    for (const attempt of [
      client.call('policy.save', { policyId: shippedId, name: 'Tickmark default', rules, note: 'More.' }),
      client.call('policy.retire', { policyId: shippedId, reason: 'We have our own.' }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'policy.read_only' })
    }
  })

  it('are versions: each change is the next one, with who, when and why, and the older ones stay', async () => {
    const client = await openStore()
    const { policyId, version } = await savePolicy(client)
    expect(version).toBe(1)
    client.clock.set('2026-11-02T10:00:00Z')
    const rules = { ...(await shippedRules(client)), weekly: weekly(12) }
    await client.call('policy.save', { policyId, name: 'House policy', rules, note: 'After the peer review.' })
    const { policies } = await client.call('policy.list', {})
    expect(at(policies, 1)).toMatchObject({
      name: 'House policy',
      isDefault: false,
      versions: [
        { version: 2, note: 'After the peer review.', savedBy: 'Ada Cole', savedAt: '2026-11-02T10:00:00.000+00:00' },
        { version: 1, note: 'Weekly controls need more.' },
      ],
    })
    expect((await client.call('policy.get', { policyId, version: 1 })).rules.weekly).toEqual(weekly(10))
    expect((await client.call('policy.get', { policyId })).rules.weekly).toEqual(weekly(12))
    const compared = await client.call('policy.compare', {
      from: { policyId, version: 1 },
      to: { policyId, version: 2 },
    })
    expect(compared.differences).toEqual(['Weekly, moderate: 10 → 12'])
  })

  it('are written only where something changed', async () => {
    const client = await openStore()
    const { policyId } = await savePolicy(client)
    const before = await storeEntries(client)
    expect(await savePolicy(client, { policyId, note: 'Once more.' })).toEqual({ policyId, version: 1, saved: false })
    await client.call('policy.setDefault', { policyId: shippedId })
    expect(await storeEntries(client)).toBe(before)
    expect(await savePolicy(client, { policyId, name: 'Policy of the house' })).toMatchObject({
      version: 2,
      saved: true,
    })
  })

  it('outlive the store being closed', async () => {
    const client = await openStore()
    const { policyId } = await savePolicy(client)
    await client.call('policy.setDefault', { policyId })
    await client.call('store.lock', {})
    await client.call('store.open', { folder: client.storeFolder, passphrase: testPassphrase })
    const { policies } = await client.call('policy.list', {})
    expect(policies.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Tickmark default', false],
      ['House policy', true],
    ])
  })

  it('have names of their own, whatever the case of the letters', async () => {
    const client = await openStore()
    await savePolicy(client)
    for (const name of ['HOUSE policy', 'tickmark default']) {
      await expect(savePolicy(client, { name })).rejects.toMatchObject({ code: 'policy.duplicate_name' })
    }
    for (const name of ['House@2', '', 'Two\nlines']) {
      await expect(savePolicy(client, { name })).rejects.toMatchObject({ code: 'call.invalid_params' })
    }
  })

  it('are refused where a rule cannot be used, with its place, and nothing is kept of it', async () => {
    const client = await openStore()
    const rules = await shippedRules(client)
    const { daily: _daily, ...withoutDaily } = rules
    await expect(savePolicy(client, { rules: withoutDaily })).rejects.toMatchObject({
      code: 'policy.invalid_rule',
      details: { place: 'daily' },
    })
    await expect(savePolicy(client, { rules: { ...rules, weekly: weekly(16) } })).rejects.toMatchObject({
      code: 'policy.invalid_rule',
      message: 'The rule at weekly, high cannot be used: it is below the size for a moderate risk.',
    })
    expect((await client.call('policy.list', {})).policies).toHaveLength(1)
  })

  it.each([
    ['a rule of an unknown kind', { weekly: { kind: 'eval', code: '1' } }],
    ['a frequency that does not exist', { hourly: { kind: 'all' } }],
    ['numbers as text', { weekly: { kind: 'fixed', size: '8' } }],
    ['no rules at all', null],
  ])('are refused as a call with %s', async (_what, hostile) => {
    const client = await openStore()
    const rules = hostile === null ? null : { ...(await shippedRules(client)), ...hostile }
    const call = client.callRaw('policy.save', { name: 'House policy', rules, note: 'Hostile.' })
    await expect(call).rejects.toMatchObject({ code: 'call.invalid_params' })
  })

  it('are taken out of use with a reason, yet not the default one, and can be brought back', async () => {
    const client = await openStore()
    const { policyId } = await savePolicy(client)
    await client.call('policy.setDefault', { policyId })
    const retire = { policyId, reason: 'Replaced.' }
    await expect(client.call('policy.retire', retire)).rejects.toMatchObject({ code: 'policy.is_default' })
    await client.call('policy.setDefault', { policyId: shippedId })
    await client.call('policy.retire', retire)
    expect(at((await client.call('policy.list', {})).policies, 1).retired).toMatchObject({
      reason: 'Replaced.',
      by: 'Ada Cole',
    })
    await expect(client.call('policy.setDefault', { policyId })).rejects.toMatchObject({ code: 'policy.retired' })
    await client.call('policy.retire', { policyId, retired: false, reason: 'Still needed.' })
    await client.call('policy.setDefault', { policyId })
  })

  it('are not found under another id or version', async () => {
    const client = await openStore()
    const { policyId } = await savePolicy(client)
    for (const attempt of [
      client.call('policy.get', { policyId: 'unknown' }),
      client.call('policy.get', { policyId, version: 2 }),
      client.call('policy.compare', { from: { policyId, version: 1 }, to: { policyId: shippedId, version: 2 } }),
      client.call('policy.setDefault', { policyId: 'unknown' }),
      client.call('policy.retire', { policyId: 'unknown', reason: 'Gone.' }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'policy.not_found' })
    }
  })
})

describe('the size by a policy', () => {
  const asked = { frequency: 'weekly', populationSize: 52, risk: 'moderate' } as const

  it('is that of the latest version by name, of a version by name@version, and of the default without', async () => {
    const client = await openStore()
    const { policyId } = await savePolicy(client)
    const rules = { ...(await shippedRules(client)), weekly: weekly(12) }
    await client.call('policy.save', { policyId, name: 'House policy', rules, note: 'More.' })
    const size = async (policy?: string) =>
      (await client.call('sampling.policySize', { ...asked, ...(policy === undefined ? {} : { policy }) })).sampleSize
    expect(await size()).toBe(8)
    expect(await size('House policy')).toBe(12)
    expect(await size('House policy@1')).toBe(10)
    expect(await size('Tickmark default@1')).toBe(8)
    await client.call('policy.setDefault', { policyId })
    expect(await size()).toBe(12)
    for (const unknown of ['House policy@3', 'House policy@', 'house', '@1', '']) {
      await expect(size(unknown)).rejects.toMatchObject({ code: 'sampling.unknown_policy' })
    }
  })

  it('needs no open store for the policy that comes with the program', async () => {
    engine = await openTestEngine({ create: false })
    expect(await engine.call('sampling.policySize', { ...asked, policy: 'Tickmark default@1' })).toMatchObject({
      sampleSize: 8,
      policy: { name: 'Tickmark default', version: '1' },
    })
  })
})

describe('a draw', () => {
  it('freezes the policy as it read then: a later version changes no plan', async () => {
    const opened = await openFieldwork()
    engine = opened.engine
    const { engine: client, controlId, populationId } = opened
    const rules = await shippedRules(client)
    const own = { ...rules, event: { kind: 'fixed', size: 12 } } as const
    const { policyId } = await client.call('policy.save', { name: 'House policy', rules: own, note: 'Twelve.' })
    const drawn = await client.call('sample.draw', {
      populationId,
      controlId,
      method: 'random',
      policy: 'House policy',
    })
    expect(drawn.items).toHaveLength(12)
    await client.call('policy.save', {
      policyId,
      name: 'House policy',
      rules: { ...rules, event: { kind: 'fixed', size: 30 } },
      note: 'Thirty.',
    })
    const { plan } = await client.call('sample.get', { sampleId: drawn.sampleId })
    expect(plan).toEqual(drawn.plan)
    expect(plan).toMatchObject({
      policy: 'House policy, version 1',
      frozenPolicy: { name: 'House policy', version: '1', rules: own },
    })
    expect((await client.call('sample.plan', { populationId, controlId, policy: 'House policy' })).policySize).toBe(30)
  })

  it('rests on no policy where statistics gave the size, even if it is the same', async () => {
    const opened = await openFieldwork()
    engine = opened.engine
    const { engine: client, controlId, populationId } = opened
    const figures = { confidence: 0.9, tolerableRate: 0.1 }
    const { plan } = await client.call('sample.draw', {
      populationId,
      controlId,
      method: 'random',
      size: 40,
      sizeReason: '40 by statistics.',
      ...figures,
    })
    expect(plan).toMatchObject({ policy: null, sizeReason: '40 by statistics.', ...figures })
  })

  it('is not planned by a policy that was retired', async () => {
    const opened = await openFieldwork()
    engine = opened.engine
    const { engine: client, controlId, populationId } = opened
    const { policyId } = await savePolicy(client)
    await client.call('policy.retire', { policyId, reason: 'Replaced.' })
    const params = { populationId, controlId, policy: 'House policy' }
    await expect(client.call('sample.plan', params)).rejects.toMatchObject({ code: 'policy.retired' })
    await expect(client.call('sample.draw', { ...params, method: 'random' })).rejects.toMatchObject({
      code: 'policy.retired',
    })
  })
})
