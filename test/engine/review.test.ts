import { afterEach, describe, expect, it } from 'vitest'
import { auditor, handOver } from './auditors.ts'
import { at } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'
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
  const cell = { entity: 'result' as const, id: `${procedureId}:${at(sample.items, 0).sampleItemId}:A` }
  const notes = async () => (await client.call('note.list', { engagementId })).notes
  return { ...opened, client, cell, notes }
}

describe('a review note', () => {
  it('stands on a cell, is answered by the preparer, and is cleared by its author alone', async () => {
    const { client, cell, target, notes, asAda, asBen, sample } = await open()
    await client.call('signOff.add', { target, role: 'preparer' })
    await asBen()
    const { noteId, ref } = await client.call('note.open', { target: cell, text: 'Who approved this change?' })
    expect(ref).toBe('RN-1')
    await expect(client.call('signOff.add', { target, role: 'reviewer' })).rejects.toMatchObject({
      code: 'signOff.open_notes',
      details: { count: 1 },
    })
    await asAda()
    await client.call('note.respond', { noteId, text: 'B. Lee; see the ticket.' })
    expect(await notes()).toMatchObject([
      {
        ref: 'RN-1',
        paper: target,
        place: `item ${at(sample.items, 0).itemId}, attribute A`,
        author: 'Ben Ruiz',
        kind: 'question',
        status: 'answered',
        responses: [{ by: 'Ada Cole', text: 'B. Lee; see the ticket.' }],
      },
    ])
    await expect(client.call('note.clear', { noteId })).rejects.toMatchObject({ code: 'note.not_author' })
    await asBen()
    await client.call('note.clear', { noteId, remark: 'Agreed to the ticket.' })
    expect(await notes()).toMatchObject([{ status: 'cleared', clearedRemark: 'Agreed to the ticket.' }])
    await client.call('signOff.add', { target, role: 'reviewer' })
  })

  it('opened again waits for an answer once more, and its age counts from then', async () => {
    const { client, cell, notes, asBen } = await open()
    const { noteId } = await client.call('note.open', {
      target: cell,
      kind: 'todo',
      priority: 'high',
      text: 'Attach it.',
    })
    await client.call('note.clear', { noteId })
    client.clock.set('2026-10-28T09:00:00Z')
    await client.call('note.reopen', { noteId, reason: 'The file is of another ticket.' })
    expect(await notes()).toMatchObject([
      {
        status: 'open',
        openSince: '2026-10-28T09:00:00.000+00:00',
        clearedAt: null,
        reopenedBecause: 'The file is of another ticket.',
      },
    ])
    await asBen()
    await expect(client.call('note.clear', { noteId })).rejects.toMatchObject({ code: 'note.not_author' })
  })

  it('of coaching holds no sign-off up', async () => {
    const { client, cell, target, asBen } = await open()
    await client.call('signOff.add', { target, role: 'preparer' })
    await asBen()
    await client.call('note.open', { target: cell, kind: 'coaching', text: 'Next time, cite the ticket.' })
    await expect(client.call('signOff.add', { target, role: 'reviewer' })).resolves.toBeDefined()
  })

  it('marks its cell on the test sheet until it is cleared', async () => {
    const { client, cell, sample, procedureId } = await open()
    const marks = async () => (await client.call('result.sheet', { procedureId })).reviewNotes
    expect(await marks()).toEqual([])
    const { noteId } = await client.call('note.open', { target: cell, text: 'Who approved this change?' })
    await client.call('note.open', { target: cell, kind: 'coaching', text: 'Cite the ticket.' })
    const { sampleItemId } = at(sample.items, 0)
    expect(await marks()).toEqual([{ sampleItemId, attribute: 'A', notes: 2 }])
    await client.call('note.clear', { noteId })
    expect(await marks()).toEqual([{ sampleItemId, attribute: 'A', notes: 1 }])
  })

  it('stands on a field of a paper, or of a row on the paper that is meant', async () => {
    const { client, target, notes, sample } = await open()
    await client.call('note.open', { target, field: 'text', text: 'Which tickets?' })
    const item = { entity: 'sampleItem' as const, id: at(sample.items, 0).sampleItemId }
    await client.call('note.open', { target: item, text: 'Is it of the period?' })
    await client.call('note.open', { target: item, paper: target, field: 'itemId', text: 'Whose ticket?' })
    expect(await notes()).toMatchObject([
      { paper: target, place: null, field: 'text' },
      { paper: { entity: 'sample' }, field: null },
      { paper: target, place: `item ${at(sample.items, 0).itemId}`, field: 'itemId' },
    ])
  })

  it('cannot be put where nothing is', async () => {
    const { client, target, controlId } = await open()
    for (const wrong of [
      { target, field: 'colour' },
      { target, paper: { entity: 'control' as const, id: controlId } },
    ]) {
      await expect(client.call('note.open', { ...wrong, text: 'Why?' })).rejects.toMatchObject({
        code: 'note.target_not_found',
      })
    }
    for (const nowhere of [
      { entity: 'result' as const, id: `${target.id}:nobody:A` },
      { entity: 'control' as const, id: 'none' },
    ]) {
      await expect(client.call('note.open', { target: nowhere, text: 'Why?' })).rejects.toMatchObject({
        code: 'note.target_not_found',
      })
    }
  })
})

describe('the queue of a review', () => {
  it('lists what is new, then what changed since it was signed, and loses what is signed as it stands', async () => {
    const { client, engagementId, target, cell, asAda, asBen, procedureId, sample } = await open()
    const queue = async () => (await client.call('review.queue', { engagementId, role: 'reviewer' })).items
    const ofSheet = async () => (await queue()).find((item) => item.target.id === target.id)?.reasons
    expect(await ofSheet()).toEqual(['unsigned'])
    await client.call('signOff.add', { target, role: 'preparer' })
    expect(await ofSheet()).toEqual(['new'])
    await asBen()
    const { noteId } = await client.call('note.open', { target: cell, text: 'Why?' })
    expect(await ofSheet()).toEqual(['notes', 'new'])
    await client.call('note.clear', { noteId })
    await client.call('signOff.add', { target, role: 'reviewer' })
    expect(await ofSheet()).toBeUndefined()
    await asAda()
    const { sampleItemId } = at(sample.items, 0)
    await client.call('result.record', { procedureId, sampleItemId, attribute: 'A', outcome: 'deviation' })
    expect(await ofSheet()).toEqual(['changed', 'deviating'])
    expect((await queue())[0]?.target).toEqual(target)
  })

  it('is read in the capacity of who is signed in', async () => {
    const { client, engagementId, asBen } = await open()
    expect((await client.call('review.queue', { engagementId })).role).toBe('preparer')
    await asBen()
    expect((await client.call('review.queue', { engagementId })).role).toBe('reviewer')
  })
})

describe('the extent of review', () => {
  it('says who had a paper open, how often and how long, and is in the way of no undo', async () => {
    const { client, engagementId, target, asBen, controlId } = await open()
    await asBen()
    await client.call('deviation.save', { controlId, condition: 'No approval' })
    await client.call('review.recordVisits', {
      engagementId,
      visits: [
        { target, openedAt: '2026-10-20T08:50:00Z', seconds: 240 },
        { target, openedAt: '2026-10-20T08:58:00Z', seconds: 60 },
      ],
    })
    await expect(client.call('review.paper', { target })).resolves.toMatchObject({
      role: 'reviewer',
      extent: [
        { by: 'Ben Ruiz', times: 2, seconds: 300, firstAt: '2026-10-20T08:50:00Z', lastAt: '2026-10-20T08:58:00Z' },
      ],
    })
    await expect(client.call('journal.undo', { engagementId })).resolves.toMatchObject({ undone: 'deviation.save' })
  })

  it('reaches into no future', async () => {
    const { client, engagementId, target } = await open()
    const visits = [{ target, openedAt: '2026-10-20T08:59:00Z', seconds: 600 }]
    await expect(client.call('review.recordVisits', { engagementId, visits })).rejects.toMatchObject({
      code: 'review.visit_in_future',
    })
  })
})

describe('an assignment', () => {
  it('says who works on a section, also on its papers, and is given back', async () => {
    const { client, engagementId, target, benId } = await open()
    const section = { entity: 'section' as const, id: 'CC8' }
    await client.call('assignment.save', { engagementId, target: section, practitionerId: benId, note: 'Until Friday' })
    const { sections, assignments } = await client.call('assignment.list', { engagementId })
    expect(sections).toContain('CC8')
    expect(assignments).toMatchObject([{ target: section, person: 'Ben Ruiz', note: 'Until Friday', by: 'Ada Cole' }])
    await expect(client.call('review.paper', { target })).resolves.toMatchObject({ assignedTo: 'Ben Ruiz' })
    await client.call('assignment.release', { engagementId, target: section })
    await expect(client.call('review.paper', { target })).resolves.toMatchObject({ assignedTo: null })
    await client.call('assignment.save', { engagementId, target: section, practitionerId: benId })
    expect((await client.call('assignment.list', { engagementId })).assignments).toHaveLength(1)
  })

  it('goes to colleagues in a bundle, and so does giving it back', async () => {
    const { client, engagementId, target, benId } = await open()
    const cat = await auditor('Cat Voss')
    const section = { entity: 'section' as const, id: 'CC8' }
    await client.call('assignment.save', { engagementId, target: section, practitionerId: benId, note: 'Until Friday' })
    await client.call('assignment.save', { engagementId, target, practitionerId: benId })
    await handOver(client, cat, engagementId)
    const seen = async () => (await cat.call('assignment.list', { engagementId })).assignments
    expect(await seen()).toHaveLength(2)
    expect(await seen()).toContainEqual(
      expect.objectContaining({ target: section, person: 'Ben Ruiz', note: 'Until Friday', by: 'Ada Cole' }),
    )
    await expect(cat.call('review.paper', { target })).resolves.toMatchObject({ assignedTo: 'Ben Ruiz' })
    // It is advice: a colleague works on what somebody else took on.
    await cat.call('note.open', { target, text: 'Which tickets?' })
    await client.call('assignment.release', { engagementId, target: section })
    await handOver(client, cat, engagementId)
    expect(await seen()).toMatchObject([{ target, person: 'Ben Ruiz' }])
  })

  it('is of a section that the engagement has, to somebody it knows', async () => {
    const { client, engagementId, benId } = await open()
    const save = (id: string, practitionerId: string) =>
      client.call('assignment.save', { engagementId, target: { entity: 'section', id }, practitionerId })
    await expect(save('P4', benId)).rejects.toMatchObject({ code: 'assignment.unknown_section' })
    await expect(save('CC8', 'nobody')).rejects.toMatchObject({ code: 'assignment.unknown_person' })
  })
})
