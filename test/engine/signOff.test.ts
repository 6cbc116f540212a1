import { writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { statementOf } from '../../electron/engine/signOff/statement.ts'
import { at, recordAll } from './fieldwork.ts'
import { type TestEngine, testPassphrase } from './openTestEngine.ts'
import { withOutsideTool } from './outsideTool.ts'
import { openWithTwoPeople } from './twoPeople.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function open() {
  const opened = await openWithTwoPeople()
  engine = opened.engine
  const { engine: client, engagementId, procedureId, sample } = opened
  const record = (place: number, outcome: 'pass' | 'deviation') => {
    const { sampleItemId } = at(sample.items, place)
    return client.call('result.record', { procedureId, sampleItemId, attribute: 'A', outcome })
  }
  const list = async () => (await client.call('signOff.list', { engagementId })).signOffs
  return { ...opened, client, record, list }
}

describe('a sign-off', () => {
  it('shows that the paper changed since, until it says again what was signed', async () => {
    const { client, target, record, list } = await open()
    await record(0, 'pass')
    await client.call('signOff.add', { target, role: 'preparer' })
    expect(await list()).toMatchObject([
      { role: 'preparer', by: 'Ada Cole', initials: 'AC', changedSince: false, problem: null, withdrawn: null },
    ])
    await record(0, 'deviation')
    expect(await list()).toMatchObject([{ changedSince: true }])
    await record(0, 'pass')
    expect(await list()).toMatchObject([{ changedSince: false }])
  })

  it('proves what was signed from the journal, and names every field that differs: old, new, who and when', async () => {
    const { client, target, record, asBen, sample } = await open()
    await record(0, 'pass')
    client.clock.set('2026-10-21T09:00:00Z')
    const { signOffId } = await client.call('signOff.add', { target, role: 'preparer' })
    await expect(client.call('signOff.difference', { signOffId })).resolves.toEqual({ proven: true, differences: [] })
    await asBen()
    client.clock.set('2026-10-22T11:30:00Z')
    await record(0, 'deviation')
    await record(1, 'pass')
    const { proven, differences } = await client.call('signOff.difference', { signOffId })
    expect(proven).toBe(true)
    const when = { at: '2026-10-22T11:30:00.000+00:00', by: 'Ben Ruiz' }
    const item = (place: number) => `item ${at(sample.items, place).itemId}, attribute A`
    expect(differences).toMatchObject([
      { entity: 'result', words: item(0), field: 'outcome', before: 'pass', after: 'deviation', ...when },
      { entity: 'result', words: item(1), field: 'outcome', before: null, after: 'pass', ...when },
    ])
  })

  it('names a row that was taken away since, with who did', async () => {
    const { client, target } = await open()
    const sheet = await client.call('result.sheet', { procedureId: target.id })
    const { signOffId } = await client.call('signOff.add', { target, role: 'preparer' })
    client.clock.set('2026-10-25T08:00:00Z')
    await client.call('procedure.save', {
      procedureId: target.id,
      controlId: sheet.procedure.controlId,
      nature: 'inspection',
      text: sheet.procedure.text,
      attributes: sheet.procedure.attributes.slice(0, 2).map(({ letter, text }) => ({ letter, text })),
    })
    const { proven, differences } = await client.call('signOff.difference', { signOffId })
    expect(proven).toBe(true)
    expect(differences).toContainEqual(
      expect.objectContaining({
        entity: 'attribute',
        field: 'text',
        before: 'Tests passed',
        after: null,
        at: '2026-10-25T08:00:00.000+00:00',
        by: 'Ada Cole',
      }),
    )
  })

  it('follows the order of the work: preparer, then another person, of what the preparer signed', async () => {
    const { client, target, record, asAda, asBen, list } = await open()
    const sign = (role: 'preparer' | 'reviewer' | 'partner') => client.call('signOff.add', { target, role })
    await expect(sign('reviewer')).rejects.toMatchObject({ code: 'signOff.role_not_allowed' })
    await asBen()
    await expect(sign('reviewer')).rejects.toMatchObject({ code: 'signOff.preparer_first' })
    await expect(sign('partner')).rejects.toMatchObject({ code: 'signOff.role_not_allowed' })
    await asAda()
    await sign('preparer')
    await expect(sign('preparer')).rejects.toMatchObject({ code: 'signOff.already_signed' })
    await record(0, 'pass')
    await asBen()
    await expect(sign('reviewer')).rejects.toMatchObject({ code: 'signOff.changed_since_preparer' })
    await asAda()
    await sign('preparer')
    await asBen()
    await sign('reviewer')
    await expect(sign('preparer')).rejects.toMatchObject({ code: 'signOff.same_person' })
    expect((await list()).map(({ role, changedSince }) => [role, changedSince])).toEqual([
      ['preparer', true],
      ['preparer', false],
      ['reviewer', false],
    ])
  })

  it('is not reviewed by whoever prepared, whatever their role', async () => {
    const { client, target, asBen } = await open()
    await asBen()
    await client.call('signOff.add', { target, role: 'preparer' })
    await expect(client.call('signOff.add', { target, role: 'reviewer' })).rejects.toMatchObject({
      code: 'signOff.same_person',
    })
  })

  it('is taken back by its signer alone, with a reason, and stays on record', async () => {
    const { client, target, asAda, asBen, list } = await open()
    const { signOffId } = await client.call('signOff.add', { target, role: 'preparer' })
    await asBen()
    const withdraw = (reason: string) => client.call('signOff.withdraw', { signOffId, reason })
    await expect(withdraw('Not mine.')).rejects.toMatchObject({ code: 'signOff.not_yours' })
    await asAda()
    await withdraw('Signed the wrong sheet.')
    await expect(withdraw('Again.')).rejects.toMatchObject({ code: 'signOff.withdrawn' })
    expect(await list()).toMatchObject([{ signOffId, withdrawn: { reason: 'Signed the wrong sheet.' } }])
    await asBen()
    await expect(client.call('signOff.add', { target, role: 'reviewer' })).rejects.toMatchObject({
      code: 'signOff.preparer_first',
    })
  })

  it('has no time that anybody could give', async () => {
    const { client, target } = await open()
    await expect(
      client.callRaw('signOff.add', { target, role: 'preparer', at: '2026-01-01T00:00:00Z' }),
    ).rejects.toMatchObject({ code: 'call.invalid_params' })
  })

  it.each([
    ['copied to another paper', "UPDATE sign_off SET target_id = @controlId, target_entity = 'control'", 'not_genuine'],
    ['dated back', "UPDATE sign_off SET at = '2026-01-01T00:00:00.000+00:00'", 'not_genuine'],
    [
      'made to cover other content',
      "UPDATE sign_off SET content_sha256 = replace(hex(zeroblob(32)), 'x', '')",
      'not_genuine',
    ],
    ['given to somebody else', 'UPDATE sign_off SET "by" = @benId', 'unknown_signer'],
  ])('%s with an outside tool is found, and counts for nothing', async (_what, sql, problem) => {
    const { client, engagementId, controlId, benId, target, list, asBen } = await open()
    await client.call('signOff.add', { target, role: 'preparer' })
    await client.call('store.lock', {})
    await withOutsideTool(client.storeFolder, (connection) => {
      const bindings = { controlId, benId }
      const used = Object.fromEntries(Object.entries(bindings).filter(([name]) => sql.includes(`@${name}`)))
      expect(connection.prepare(sql).run(used).changes).toBe(1)
    })
    await client.call('store.open', { folder: client.storeFolder, passphrase: testPassphrase })
    expect(await list()).toMatchObject([{ problem }])
    await expect(client.call('journal.verify', { engagementId })).resolves.toMatchObject({
      valid: false,
      firstBad: { what: 'row', entity: 'signOff' },
    })
    await asBen()
    await expect(client.call('signOff.add', { target, role: 'reviewer' })).rejects.toMatchObject({
      code: 'signOff.preparer_first',
    })
  })

  it('can be verified by ssh-keygen', async () => {
    const { client, engagementId, target } = await open()
    await recordAll(client, target.id)
    await client.call('signOff.add', { target, role: 'preparer' })
    await client.call('store.lock', {})
    const row = await withOutsideTool(client.storeFolder, (connection) => {
      const found = connection
        .prepare<[], Record<string, string>>(
          `SELECT id, target_entity AS targetEntity, target_id AS targetId, role, "by", practitioner_role AS practitionerRole,
             content_sha256 AS contentSha256, heads, at, signature, (SELECT public_key FROM practitioner LIMIT 1) AS publicKey
           FROM sign_off`,
        )
        .get()
      if (found === undefined) throw new TypeError('There is a sign-off')
      return found
    })
    const { signature = '', publicKey = '', heads = '[]', ...facts } = row
    const statement = statementOf({
      ...facts,
      engagementId,
      heads: JSON.parse(heads) as { deviceId: string; seq: number; hash: string }[],
    } as Parameters<typeof statementOf>[0])
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(join(client.folder, name), content)
      return join(client.folder, name)
    }
    const signers = file('signers', `ada ${publicKey.split(' ').slice(0, 2).join(' ')}\n`)
    const said = execFileSync(
      'ssh-keygen',
      ['-Y', 'verify', '-I', 'ada', '-n', 'tickmark-checkpoint', '-f', signers, '-s', file('statement.sig', signature)],
      { input: statement, encoding: 'utf8' },
    )
    expect(said).toContain('Good "tickmark-checkpoint" signature for ada')
  })
})
