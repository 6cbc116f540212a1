import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { RichText } from '../../shared/contract/richText.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { tokenOf } from '../../shared/record/token.ts'
import { documentOf, plainTextOf } from '../../shared/richText/paragraphs.ts'
import { auditor, engagementOf, handOver } from './auditors.ts'
import { addControl, openEngagement } from './fieldwork.ts'

async function writing() {
  const opened = await openEngagement()
  onTestFinished(opened.engine.close)
  const { engine, engagementId } = opened
  const write = (fields: Partial<ParamsOf<'narrative.save'>> = {}) =>
    engine.call('narrative.save', { engagementId, kind: 'narrative', title: 'Change management', ...fields })
  const get = (narrativeId: string) => engine.call('narrative.get', { narrativeId })
  return { ...opened, write, get }
}

const cells = (...texts: string[]) => ({
  type: 'tableRow' as const,
  content: texts.map((text) => ({ type: 'tableCell' as const, content: documentOf(text).content as [] })),
})

/** A heading, a word half of which is bold, a list, and a table. */
const formed = (last = 'Seen on 3 March.'): RichText => ({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'How changes are made' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'un' },
        { type: 'text', text: 'believable', marks: [{ type: 'bold' }] },
        { type: 'hardBreak' },
        { type: 'text', text: last },
      ],
    },
    { type: 'table', content: [cells('Step', 'Who'), cells('Approve', 'Head of <IT>')] },
  ],
})

describe('a narrative', () => {
  it('keeps its text in its form, and its history field by field', async () => {
    const { write, get, engine, engagementId } = await writing()
    const { narrativeId } = await write()
    expect(await get(narrativeId)).toMatchObject({ kind: 'narrative', content: { type: 'doc', content: [] } })
    await write({ narrativeId, content: formed() })
    await write({ narrativeId, kind: 'meeting_note', heldOn: '2026-03-03', metWith: 'C. Moe, CEO' })
    expect(await get(narrativeId)).toMatchObject({
      kind: 'meeting_note',
      heldOn: '2026-03-03',
      metWith: 'C. Moe, CEO',
      content: formed(),
      by: 'Ada Cole',
    })
    const { narratives } = await engine.call('narrative.list', { engagementId })
    expect(narratives).toMatchObject([{ narrativeId, title: 'Change management', evidence: 0 }])
    const { entries } = await engine.call('paper.history', { target: { entity: 'narrative', id: narrativeId } })
    const fields = entries.map(({ changes }) => changes.map(({ field }) => field).filter((field) => field !== 'at'))
    expect(fields[0]?.toSorted()).toEqual(['heldOn', 'kind', 'metWith'])
    expect(fields[1]).toEqual(['content'])
  })

  it('records nothing where nothing differs', async () => {
    const { write, engine, engagementId } = await writing()
    const { narrativeId, at } = await write({ content: formed() })
    const entries = async () => (await engine.call('engagement.get', { engagementId })).entries
    const before = await entries()
    expect(await write({ narrativeId, content: formed() })).toEqual({ narrativeId, at })
    expect(await entries()).toBe(before)
  })

  it('is not written over by somebody who has not seen what it became', async () => {
    const { write, get, engine } = await writing()
    const { narrativeId, at: first } = await write({ content: documentOf('As begun.') })
    engine.clock.set('2026-10-20T09:05:00.000Z')
    const { at: second } = await write({ narrativeId, content: documentOf('As another wrote it.'), basedOn: first })
    await expect(write({ narrativeId, content: documentOf('Over it.'), basedOn: first })).rejects.toMatchObject({
      code: 'narrative.changed_meanwhile',
      details: { at: second },
    })
    expect(plainTextOf((await get(narrativeId)).content)).toBe('As another wrote it.')
    await write({ narrativeId, content: documentOf('After it.'), basedOn: second })
    expect(plainTextOf((await get(narrativeId)).content)).toBe('After it.')
  })

  it('refuses what is no rich text, or too long of it', async () => {
    const { write, engine, engagementId } = await writing()
    const call = (content: unknown) =>
      engine.callRaw('narrative.save', { engagementId, kind: 'memo', title: 'Materiality', content })
    const script = { type: 'doc', content: [{ type: 'script', content: [] }] }
    await expect(call(script)).rejects.toMatchObject({ code: 'call.invalid_params' })
    await expect(call('<b>text</b>')).rejects.toMatchObject({ code: 'call.invalid_params' })
    const line = documentOf('x'.repeat(49_000)).content
    const long = { type: 'doc' as const, content: Array.from({ length: 11 }, () => line).flat() }
    await expect(call(long)).rejects.toMatchObject({ code: 'narrative.text_too_long' })
    await expect(write({ narrativeId: 'gone' })).rejects.toMatchObject({ code: 'narrative.not_found' })
    await expect(call({ type: 'doc', content: [] })).resolves.toMatchObject({ narrativeId: expect.any(String) })
  })

  it('is taken back and done again by key, and hidden with a reason', async () => {
    const { write, get, engine, engagementId } = await writing()
    const { narrativeId } = await write({ content: documentOf('First.') })
    await write({ narrativeId, content: documentOf('Second.') })
    await engine.call('journal.undo', { engagementId })
    expect(plainTextOf((await get(narrativeId)).content)).toBe('First.')
    await engine.call('journal.redo', { engagementId })
    expect(plainTextOf((await get(narrativeId)).content)).toBe('Second.')
    await engine.call('narrative.remove', { narrativeId, reason: 'Written twice.' })
    await expect(get(narrativeId)).rejects.toMatchObject({ code: 'narrative.not_found' })
    expect(await engine.call('narrative.list', { engagementId })).toEqual({ narratives: [] })
  })

  it('refers to records and is referred to, and names them where they are read outside', async () => {
    const { write, engine, engagementId } = await writing()
    const controlId = await addControl(engine, engagementId)
    const control = { kind: 'control' as const, id: controlId }
    const { narrativeId } = await write({ content: documentOf(`As ${tokenOf(control)} asks.`) })
    const narrative = { kind: 'narrative' as const, id: narrativeId }
    const { referredToBy } = await engine.call('reference.list', { engagementId, record: control })
    expect(referredToBy).toMatchObject([{ ...narrative, ref: 'Change management', fields: ['narrative.content'] }])
    const { refersTo } = await engine.call('reference.list', { engagementId, record: narrative })
    expect(refersTo).toMatchObject([{ ref: 'CHG-01' }])
    expect((await engine.call('record.find', { engagementId, words: 'change man' })).records[0]).toMatchObject(
      narrative,
    )
    const page = join(engine.folder, 'narrative.html') as FileRef
    await engine.call('narrative.export', { narrativeId, file: page })
    expect(await readFile(page, 'utf8')).toContain('<p>As CHG-01 asks.</p>')
    const list = join(engine.folder, 'narratives.csv') as FileRef
    await engine.call('list.export', { list: 'narratives', engagementId, file: list })
    expect(await readFile(list, 'utf8')).toContain('As CHG-01 asks.')
  })

  it('is printed in its form, and nothing in it is markup of its own', async () => {
    const { write, engine } = await writing()
    const { narrativeId } = await write({ title: 'Changes & <approvals>', content: formed() })
    const { documentId } = await engine.call('narrative.print', { narrativeId })
    const { html } = await engine.call('print.document', { documentId })
    expect(html).toContain('<h1>Changes &amp; &lt;approvals&gt;</h1>')
    expect(html).toContain('<h3>How changes are made</h3>')
    expect(html).toContain('<p>un<strong>believable</strong><br>Seen on 3 March.</p>')
    expect(html).toContain('<td><p>Head of &lt;IT&gt;</p></td>')
  })

  it('is found by words of its text, also across its form, but not by the form itself', async () => {
    const { write, engine, engagementId } = await writing()
    await write({ content: formed() })
    const find = async (text: string) =>
      (await engine.call('search.query', { text, engagementId })).hits.map(({ entity, ref }) => `${entity} ${ref}`)
    const found = ['narrative Change management']
    expect(await find('unbelievable')).toEqual(found)
    expect(await find('"3 March"')).toEqual(found)
    expect(await find('kind:narrative approve')).toEqual(found)
    expect(await find('hardBreak')).toEqual([])
    expect(await find('tableCell')).toEqual([])
  })

  it('is a paper: files support it, it is noted, signed, and says what changed since', async () => {
    const { write, engine, engagementId } = await writing()
    const { narrativeId } = await write({ content: documentOf('As understood.') })
    const target = { entity: 'narrative' as const, id: narrativeId }
    const file = join(engine.folder, 'chart.txt') as FileRef
    await writeFile(file, 'The chart.')
    await engine.call('evidence.attach', { target, file })
    await engine.call('note.open', { target, text: 'Who approves?' })
    await engine.call('signOff.add', { target, role: 'preparer' })
    const signed = async () => (await engine.call('review.paper', { target })).signOffs
    expect(await signed()).toMatchObject([{ words: 'narrative Change management', changedSince: false }])
    await write({ narrativeId, content: documentOf('As understood now.') })
    expect(await signed()).toMatchObject([{ changedSince: true }])
    const { items } = await engine.call('review.queue', { engagementId, role: 'preparer', limit: 100 })
    expect(items.find((item) => item.target.id === narrativeId)?.reasons).toEqual(['changed', 'notes'])
  })

  it('blocks the lock until somebody signed it', async () => {
    const { write, engine, engagementId } = await writing()
    const unsigned = async () => {
      const { milestones } = await engine.call('engagement.gates', { engagementId })
      const gates = milestones.flatMap((milestone) => milestone.gates)
      return gates.flatMap(({ places }) => places).some(({ entity }) => entity === 'narrative')
    }
    const { narrativeId } = await write()
    expect(await unsigned()).toBe(true)
    await engine.call('signOff.add', { target: { entity: 'narrative', id: narrativeId }, role: 'preparer' })
    expect(await unsigned()).toBe(false)
  })
})

describe('a narrative in the workpapers', () => {
  it('stands in both packs in its form, and its paragraphs are rows of a workbook', async () => {
    const { write, engine, engagementId } = await writing()
    await write({ content: formed('y'.repeat(40_000)) })
    const page = join(engine.folder, 'pack.html') as FileRef
    await engine.call('workpapers.export', { engagementId, file: page, format: 'html' })
    const html = await readFile(page, 'utf8')
    expect(html).toContain('<h2>Change management</h2>')
    expect(html).toContain('<strong>believable</strong>')
    const book = join(engine.folder, 'pack.xlsx') as FileRef
    await expect(engine.call('workpapers.export', { engagementId, file: book, format: 'xlsx' })).resolves.toMatchObject(
      { papers: expect.any(Number) },
    )
  })
})

describe('a narrative on two laptops', () => {
  it('merges field by field, and keeps both texts where both changed it until somebody decides', async () => {
    const [ada, ben] = [await auditor('Ada Cole'), await auditor('Ben Ruiz')]
    const { engagementId } = await engagementOf(ada)
    const narrative = { engagementId, kind: 'memo' as const, title: 'Materiality' }
    const { narrativeId } = await ada.call('narrative.save', { ...narrative, content: documentOf('As begun.') })
    await handOver(ada, ben, engagementId)
    await ada.call('narrative.save', { ...narrative, narrativeId, content: documentOf('As Ada wrote it.') })
    await ben.call('narrative.save', { ...narrative, narrativeId, title: 'What is material' })
    await handOver(ben, ada, engagementId)
    const merged = await ada.call('narrative.get', { narrativeId })
    expect([merged.title, plainTextOf(merged.content)]).toEqual(['What is material', 'As Ada wrote it.'])
    expect((await ada.call('conflict.list', { engagementId })).conflicts).toEqual([])

    const renamed = { ...narrative, title: 'What is material', narrativeId }
    await ben.call('narrative.save', { ...renamed, content: documentOf('As Ben wrote it.') })
    await handOver(ben, ada, engagementId)
    const { conflicts } = await ada.call('conflict.list', { engagementId })
    expect(conflicts).toMatchObject([{ entity: 'narrative', field: 'content', paper: 'narrative What is material' }])
    const values = conflicts[0]?.alternatives.map(({ value }) => plainTextOf(value as RichText))
    expect(values?.toSorted()).toEqual(['As Ada wrote it.', 'As Ben wrote it.'])
    const [conflict] = conflicts
    const agreed = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'As both agreed.' }] }],
    }
    await ada.call('conflict.resolve', { conflictId: conflict?.conflictId ?? '', value: agreed })
    await handOver(ada, ben, engagementId)
    expect(plainTextOf((await ben.call('narrative.get', { narrativeId })).content)).toBe('As both agreed.')
    expect((await ben.call('conflict.list', { engagementId })).conflicts).toEqual([])
  })
})

describe('a narrative in the next period', () => {
  it('comes along as a draft that points at the new papers; memos and meeting notes stay behind', async () => {
    const { write, engine, engagementId } = await writing()
    const controlId = await addControl(engine, engagementId)
    await write({
      content: documentOf(`As ${tokenOf({ kind: 'control', id: controlId })} asks.`),
      heldOn: '2026-03-03',
    })
    await write({ kind: 'memo', title: 'Materiality' })
    const period = { start: '2026-10-01', end: '2027-09-30' }
    const next = await engine.call('engagement.rollForward', { engagementId, period })
    const { narratives } = await engine.call('narrative.list', { engagementId: next.engagementId })
    expect(narratives).toMatchObject([{ title: 'Change management', heldOn: null }])
    const [carried] = (await engine.call('control.list', { engagementId: next.engagementId })).controls
    const { content } = await engine.call('narrative.get', { narrativeId: narratives[0]?.narrativeId ?? '' })
    expect(plainTextOf(content)).toBe(`As ${tokenOf({ kind: 'control', id: carried?.controlId ?? '' })} asks.`)
    const left = await engine.call('engagement.rollForward', { engagementId, period, leaveOut: ['narratives'] })
    expect(await engine.call('narrative.list', { engagementId: left.engagementId })).toEqual({ narratives: [] })
  })
})
