import { afterEach, describe, expect, it } from 'vitest'
import { openEngagement } from './fieldwork.ts'
import { openTestEngine, type TestEngine, testPassphrase } from './openTestEngine.ts'
import { withOutsideTool } from './outsideTool.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

const passphraseOfBen = 'five boats under the long bridge'
const ben = { name: 'Ben Ruiz', initials: 'BR', role: 'manager', passphrase: passphraseOfBen } as const

async function twoPeople() {
  const opened = await openEngagement()
  engine = opened.engine
  const added = await opened.engine.call('practitioner.add', ben)
  return { client: opened.engine, engagementId: opened.engagementId, added }
}

const reopen = async (client: TestEngine, unlock: { passphrase: string } | { recoveryCode: string }) => {
  await client.call('store.lock', {})
  return client.call('store.open', { folder: client.storeFolder, ...unlock })
}

describe('people of a store', () => {
  it('open it each with a passphrase or recovery code of their own, and are signed in as themselves', async () => {
    const { client, added } = await twoPeople()
    expect((await client.call('practitioner.list', {})).practitioners.map(({ initials }) => initials)).toEqual([
      'AC',
      'BR',
    ])
    await expect(reopen(client, { passphrase: passphraseOfBen })).resolves.toMatchObject({
      practitioner: { name: 'Ben Ruiz', role: 'manager', practitionerId: added.practitionerId },
    })
    await expect(reopen(client, { passphrase: testPassphrase })).resolves.toMatchObject({
      practitioner: { name: 'Ada Cole' },
    })
    await expect(reopen(client, { recoveryCode: added.recoveryCode })).resolves.toMatchObject({
      practitioner: { name: 'Ben Ruiz' },
    })
  })

  it('take over from each other at the open store, and what each does carries their name', async () => {
    const { client, engagementId, added } = await twoPeople()
    const state = await client.call('store.switchUser', { passphrase: passphraseOfBen })
    expect(state).toMatchObject({ open: true, practitioner: { name: 'Ben Ruiz' } })
    expect(client.events.at(-1)).toMatchObject({
      event: 'store.state',
      payload: { practitioner: { name: 'Ben Ruiz' } },
    })
    await client.call('periodMark.save', {
      engagementId,
      kind: 'holiday',
      title: 'New Year',
      startOn: '2026-01-01',
      endOn: '2026-01-01',
    })
    const { entries } = await client.call('journal.list', { engagementId })
    expect(entries.map(({ actor }) => actor)).toEqual(['Ben Ruiz', 'Ada Cole'])
    expect(entries[0]?.actorId).toBe(added.practitionerId)
  })

  it('find nothing that the one before them was to print', async () => {
    const { client, engagementId } = await twoPeople()
    const { documentId } = await client.call('list.print', { list: 'controls', engagementId })
    await client.call('store.switchUser', { passphrase: passphraseOfBen })
    await expect(client.call('print.document', { documentId })).rejects.toMatchObject({ code: 'print.gone' })
  })

  it('stay who they are when the passphrase is not that of who is asked for', async () => {
    const { client, added } = await twoPeople()
    const wrong = { practitionerId: added.practitionerId, passphrase: testPassphrase }
    await expect(client.call('store.switchUser', wrong)).rejects.toMatchObject({ code: 'store.wrong_passphrase' })
    await expect(client.call('store.status', {})).resolves.toMatchObject({ practitioner: { name: 'Ada Cole' } })
  })

  it('have initials and a passphrase that nobody else has', async () => {
    const { client } = await twoPeople()
    await client.call('store.switchUser', { passphrase: passphraseOfBen })
    const other = { ...ben, passphrase: 'a third sentence for a third person' }
    await expect(client.call('practitioner.add', other)).rejects.toMatchObject({ code: 'practitioner.initials_taken' })
    await expect(
      client.call('practitioner.add', { ...ben, initials: 'X', passphrase: testPassphrase }),
    ).rejects.toMatchObject({
      code: 'practitioner.passphrase_taken',
    })
    await expect(client.call('practitioner.add', { ...ben, initials: 'X', passphrase: '1234' })).rejects.toMatchObject({
      code: 'keyring.weak_passphrase',
    })
    expect((await client.call('practitioner.list', {})).practitioners).toHaveLength(2)
  })

  it('are added by a partner or manager, once there is one', async () => {
    const { client } = await twoPeople()
    const cy = {
      name: 'Cy Dunn',
      initials: 'CD',
      role: 'senior',
      passphrase: 'a third sentence for a third person',
    } as const
    await expect(client.call('practitioner.add', cy)).rejects.toMatchObject({ code: 'practitioner.lead_required' })
    await client.call('store.switchUser', { passphrase: passphraseOfBen })
    await client.call('practitioner.add', cy)
    const { practitioners } = await client.call('practitioner.list', {})
    expect(practitioners.map(({ initials }) => initials)).toEqual(['AC', 'BR', 'CD'])
  })

  it('change their own passphrase and nobody else’s', async () => {
    const { client } = await twoPeople()
    const newPassphrase = 'an umbrella for the harvest moon'
    await client.call('store.switchUser', { passphrase: passphraseOfBen })
    await expect(
      client.call('store.changePassphrase', { passphrase: testPassphrase, newPassphrase }),
    ).rejects.toMatchObject({ code: 'store.wrong_passphrase' })
    await client.call('store.changePassphrase', { passphrase: passphraseOfBen, newPassphrase })
    await expect(reopen(client, { passphrase: testPassphrase })).resolves.toMatchObject({
      practitioner: { name: 'Ada Cole' },
    })
    await expect(reopen(client, { passphrase: newPassphrase })).resolves.toMatchObject({
      practitioner: { name: 'Ben Ruiz' },
    })
  })

  it('keep their signing keys out of the tables: whoever is in cannot sign for another', async () => {
    const { client } = await twoPeople()
    await client.call('store.lock', {})
    const tables = await withOutsideTool(client.storeFolder, (connection) =>
      connection.prepare("SELECT name FROM sqlite_schema WHERE name LIKE '%key%'").all(),
    )
    expect(tables).toEqual([])
  })

  it('may be the engagement quality reviewer, by that name or in short', async () => {
    engine = await openTestEngine()
    await engine.call('practitioner.add', { ...ben, role: 'eqr' })
    expect((await engine.call('practitioner.list', {})).practitioners[1]?.role).toBe('quality_reviewer')
  })
})
