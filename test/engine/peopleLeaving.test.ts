import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { type TestEngine, testPassphrase } from './openTestEngine.ts'
import { openWithTwoPeople } from './twoPeople.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

const reason = 'Left the firm on 31 October.'

/** Ada, a preparer, and Ben, a manager; Ben is signed in. */
async function open() {
  const opened = await openWithTwoPeople()
  engine = opened.engine
  const { engine: client, asBen } = opened
  const before = await client.call('practitioner.list', {})
  const adaId = before.practitioners.find(({ initials }) => initials === 'AC')?.practitionerId ?? ''
  await asBen()
  const people = () => client.call('practitioner.list', {})
  const letAdaGo = () => client.call('practitioner.remove', { practitionerId: adaId, reason })
  const keyring = join(client.storeFolder, 'keyring.json')
  return { ...opened, client, adaId, people, letAdaGo, keyring }
}

describe('a practitioner who leaves', () => {
  it('opens the store no more, by no copy of the keyring that lies in its folder', async () => {
    const { client, people, letAdaGo, asAda, keyring } = await open()
    const older = join(client.folder, 'keyring.older.json')
    await copyFile(keyring, older)
    await letAdaGo()
    expect(await people()).toMatchObject({
      practitioners: [{ initials: 'BR' }],
      former: [{ initials: 'AC', leftBecause: reason }],
    })
    await expect(asAda()).rejects.toMatchObject({ code: 'store.wrong_passphrase' })
    expect(JSON.parse(await readFile(keyring, 'utf8'))).toMatchObject({ people: [{}] })
    await expect(readFile(join(client.storeFolder, 'keyring.previous.json'))).rejects.toMatchObject({ code: 'ENOENT' })
    await client.call('store.lock', {})
    await copyFile(older, keyring)
    await expect(
      client.call('store.open', { folder: client.storeFolder, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'practitioner.left' })
  })

  it('signed what stays genuine, and can be reviewed by others', async () => {
    const { client, engagementId, target, asAda, asBen, letAdaGo } = await open()
    await asAda()
    await client.call('signOff.add', { target, role: 'preparer' })
    await asBen()
    await letAdaGo()
    const { signOffs } = await client.call('signOff.list', { engagementId })
    expect(signOffs).toMatchObject([{ by: 'Ada Cole', problem: null, changedSince: false }])
    await client.call('signOff.add', { target, role: 'reviewer' })
    await expect(client.call('store.check', { depth: 'full' })).resolves.toMatchObject({ sound: true })
  })

  it('has a key that the list of signers still holds, up to that day, and a bundle of theirs is named by it', async () => {
    const { client, engagementId, asAda, asBen, letAdaGo } = await open()
    await asAda()
    const file = join(client.folder, 'ada.tickmark') as FileRef
    const passphrase = 'an ordinary sentence of a test'
    await client.call('bundle.export', { engagementId, file, passphrase })
    await asBen()
    client.clock.set('2026-10-31T12:00:00Z')
    await letAdaGo()
    const verdict = await client.call('bundle.inspect', { file, passphrase })
    expect(verdict.signer).toMatchObject({ status: 'expired', principal: 'Ada Cole' })
    const list = join(client.folder, 'allowed_signers') as FileRef
    await client.call('signer.export', { file: list })
    expect(await readFile(list, 'utf8')).toMatch(
      /^"Ada Cole" namespaces="tickmark-\*",valid-before="20261031120000Z" ssh-/m,
    )
  })

  it('leaves their initials to nobody else', async () => {
    const { client, letAdaGo } = await open()
    await letAdaGo()
    await expect(
      client.call('practitioner.add', {
        name: 'Alan Crane',
        initials: 'ac',
        role: 'preparer',
        passphrase: 'a third sentence for a third person',
      }),
    ).rejects.toMatchObject({ code: 'practitioner.initials_taken' })
  })

  it('takes on nothing any more, and is named on what they took on', async () => {
    const { client, engagementId, adaId, target, letAdaGo } = await open()
    await client.call('assignment.save', { engagementId, target, practitionerId: adaId })
    await letAdaGo()
    const { people, assignments } = await client.call('assignment.list', { engagementId })
    expect(people.map(({ initials }) => initials)).toEqual(['BR'])
    expect(assignments).toMatchObject([{ person: 'Ada Cole' }])
    await expect(client.call('assignment.save', { engagementId, target, practitionerId: adaId })).rejects.toMatchObject(
      { code: 'assignment.unknown_person' },
    )
  })

  it('leaves notes that somebody who leads clears', async () => {
    const { client, target, asAda, asBen, letAdaGo } = await open()
    await asAda()
    const note = { target, kind: 'question', priority: 'normal', text: 'Which system?' } as const
    const { noteId } = await client.call('note.open', note)
    await asBen()
    await expect(client.call('note.clear', { noteId })).rejects.toMatchObject({ code: 'note.not_author' })
    await letAdaGo()
    await client.call('note.clear', { noteId, remark: 'Ada left; the list names it.' })
  })

  it('leaves late changes that somebody who leads concludes, and a third person reviews', async () => {
    const { client, engagementId, asAda, asBen, letAdaGo } = await open()
    await asAda()
    await client.call('engagement.setDates', { engagementId, reportOn: '2026-10-15' })
    const { lateChangeId } = await client.call('engagement.openLateChange', {
      engagementId,
      circumstances: 'The client found tickets that were missing.',
      procedures: 'Inspected them.',
    })
    await asBen()
    const conclude = () => client.call('engagement.closeLateChange', { lateChangeId, conclusions: 'No effect.' })
    await expect(conclude()).rejects.toMatchObject({ code: 'lateChange.other_person' })
    await letAdaGo()
    await conclude()
    const review = () => client.call('engagement.reviewLateChange', { lateChangeId })
    await expect(review()).rejects.toMatchObject({ code: 'lateChange.same_person' })
    const passphrase = 'a third sentence for a third person'
    await client.call('practitioner.add', { name: 'Cy Dunn', initials: 'CD', role: 'senior', passphrase })
    await client.call('store.switchUser', { passphrase })
    await review()
    const { lateChanges } = await client.call('engagement.standing', { engagementId, today: '2026-10-20' })
    expect(lateChanges).toMatchObject([
      { openedBy: { name: 'Ada Cole' }, closedBy: { name: 'Ben Ruiz' }, reviewedBy: { name: 'Cy Dunn' } },
    ])
  })

  it('is let go by somebody who leads, never by their own hand, and once', async () => {
    const { client, benId, asAda, asBen, letAdaGo } = await open()
    const letBenGo = () => client.call('practitioner.remove', { practitionerId: benId, reason })
    await expect(letBenGo()).rejects.toMatchObject({ code: 'practitioner.not_yourself' })
    await asAda()
    await expect(letBenGo()).rejects.toMatchObject({ code: 'practitioner.lead_required' })
    await asBen()
    await letAdaGo()
    await expect(letAdaGo()).rejects.toMatchObject({ code: 'practitioner.not_found' })
  })
})

describe('another role', () => {
  it('counts from the next thing that the person does, in the window and in the engagement', async () => {
    const { client, engagementId, target, adaId, asAda, asBen, letAdaGo } = await open()
    await asAda()
    await client.call('signOff.add', { target, role: 'preparer' })
    await expect(
      client.call('practitioner.changeRole', { practitionerId: adaId, role: 'senior' }),
    ).rejects.toMatchObject({ code: 'practitioner.lead_required' })
    await asBen()
    await client.call('practitioner.changeRole', { practitionerId: adaId, role: 'senior' })
    await asAda()
    await expect(client.call('store.status', {})).resolves.toMatchObject({ practitioner: { role: 'senior' } })
    await client.call('assignment.save', { engagementId, target, practitionerId: adaId })
    const { people } = await client.call('assignment.list', { engagementId })
    expect(people).toContainEqual(expect.objectContaining({ initials: 'AC', role: 'senior' }))
    const { signOffs } = await client.call('signOff.list', { engagementId })
    expect(signOffs).toMatchObject([{ role: 'preparer', problem: null }])
    await expect(client.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true })
    await expect(letAdaGo()).rejects.toMatchObject({ code: 'practitioner.not_yourself' })
  })

  it('of whoever is signed in is known at once', async () => {
    const { client, benId } = await open()
    await client.call('practitioner.changeRole', { practitionerId: benId, role: 'partner' })
    await expect(client.call('store.status', {})).resolves.toMatchObject({ practitioner: { role: 'partner' } })
    expect(client.events).toContainEqual(
      expect.objectContaining({
        event: 'store.state',
        payload: expect.objectContaining({ practitioner: expect.objectContaining({ role: 'partner' }) }),
      }),
    )
    await expect(
      client.call('practitioner.changeRole', { practitionerId: benId, role: 'manager' }),
    ).rejects.toMatchObject({ code: 'practitioner.last_lead' })
  })
})
