import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { writeXlsx } from '../../electron/engine/spreadsheet/writeXlsx.ts'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { SearchHit } from '../../shared/contract/search.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { zip } from '../fixtures/spreadsheet/workbook.ts'
import { auditor, control, engagementOf, handOver } from './auditors.ts'
import { completeEngagement } from './completeFile.ts'
import { addControl, at, openEngagement, openTesting } from './fieldwork.ts'
import { openTestEngine, type TestEngine } from './openTestEngine.ts'

const names = (hits: readonly SearchHit[]) => hits.map(({ entity, ref }) => `${entity} ${ref}`)

async function find(engine: TestEngine, text: string, more: Partial<ParamsOf<'search.query'>> = {}) {
  return (await engine.call('search.query', { text, ...more })).hits
}

async function testing() {
  const fieldwork = await openTesting()
  onTestFinished(fieldwork.engine.close)
  const { engine, procedureId, sample } = fieldwork
  const item = at(sample.items, 0)
  const cell = (attribute: string) => ({ procedureId, sampleItemId: item.sampleItemId, attribute })
  await engine.call('result.record', {
    results: [
      { ...cell('A'), outcome: 'deviation', note: 'Approver was the developer herself.' },
      { ...cell('B'), outcome: 'pass', note: 'Release followed the approver.' },
    ],
  })
  return { ...fieldwork, item, cell }
}

async function attach(
  engine: TestEngine,
  controlId: string,
  name: string,
  bytes: string | Uint8Array,
): Promise<string> {
  const file = join(engine.folder, name) as FileRef
  await writeFile(file, bytes)
  return (await engine.call('evidence.attach', { target: { entity: 'control', id: controlId }, file })).evidenceId
}

/** A page with one line of Helvetica (ISO 32000-1, 7.5); what reads it finds the objects without a table of them. */
const pdf = (line: string) => `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 144]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length ${line.length + 31}>>stream
BT /F1 24 Tf 10 100 Td (${line}) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
`

const docx = (line: string) =>
  zip([
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${line}</w:t></w:r></w:p></w:body></w:document>`,
    },
  ])

describe('what is found', () => {
  it('is every paper and cell that holds the words, the reference before the title before the text', async () => {
    const { engine, engagementId, controlId, item } = await testing()
    await engine.call('deviation.save', { controlId, condition: 'The approver and CHG-01 were one person.' })
    expect(names(await find(engine, 'chg-01'))).toEqual(expect.arrayContaining(['control CHG-01', 'deviation DEV-1']))
    expect(at(await find(engine, 'chg-01'), 0)).toMatchObject({ engagementId, entity: 'control', ref: 'CHG-01' })
    expect(names(await find(engine, 'approver -kind:evidence'))).toEqual([
      'deviation DEV-1',
      `result ${item.itemId} A`,
      `result ${item.itemId} B`,
    ])
    const [hit] = await find(engine, 'developer herself')
    expect(hit).toMatchObject({ client: 'Meridian Ledger', excerpt: 'Approver was the developer herself.' })
    expect(hit?.marks.excerpt.map(({ start, length }) => hit.excerpt.slice(start, start + length))).toEqual([
      'developer',
      'herself',
    ])
  })

  it('is what passes every filter', async () => {
    const { engine, engagementId, item, controlId } = await testing()
    await addControl(engine, engagementId, { ref: 'ACC-01', title: 'Access of leavers' })
    const deviating = [`result ${item.itemId} A`]
    expect(names(await find(engine, 'control:CHG-01 outcome:deviation by:ac'))).toEqual(deviating)
    expect(names(await find(engine, 'outcome:deviation by:"Ada Cole" kind:result'))).toEqual(deviating)
    const { criteria } = await engine.call('control.get', { controlId })
    expect(names(await find(engine, `control:${at(criteria, 0)} outcome:deviation`))).toEqual(deviating)
    expect(names(await find(engine, 'kind:result -outcome:deviation'))).toEqual([`result ${item.itemId} B`])
    expect(names(await find(engine, 'approver -developer kind:result'))).toEqual([`result ${item.itemId} B`])
    expect(await find(engine, 'outcome:deviation by:ZZ')).toEqual([])
    expect(await find(engine, 'kind:control', { limit: 1, offset: 1 })).toHaveLength(1)
  })

  it('is of one engagement where one is asked for', async () => {
    const { engine, engagementId } = await testing()
    const { engagementId: other } = await completeEngagement(engine)
    expect(await find(engine, 'kind:control')).toHaveLength(2)
    expect(await find(engine, 'kind:control', { engagementId })).toMatchObject([{ engagementId }])
    expect(await find(engine, 'kind:control', { engagementId: other })).toHaveLength(1)
  })

  it('is refused with the place where a filter is wrong, and takes every sign for text', async () => {
    const { engine } = await openEngagement()
    onTestFinished(engine.close)
    await expect(find(engine, 'draft contrl:CC6.1')).rejects.toMatchObject({
      code: 'search.unknown_filter',
      details: { filter: 'contrl', at: 7 },
    })
    for (const text of ['(a+)+$', '"', 'a" OR "b', 'NEAR(a b)', '* - ^', '(a+)+$ '.repeat(140), "'; DROP TABLE x"]) {
      await expect(find(engine, text)).resolves.toEqual([])
    }
  })
})

describe('what was found', () => {
  it('of a procedure reads as its card does, with what its placeholders stand for', async () => {
    const { engine, controlId, engagementId } = await testing()
    const text = 'Inspect {sample size} releases of {client}; mind zebras.'
    const { procedureId } = await engine.call('procedure.save', {
      controlId,
      nature: 'inspection',
      text,
      attributes: [{ letter: 'A', text: 'Approved' }],
    })
    const read = 'Inspect 5 releases of Meridian Ledger; mind zebras.'
    const [hit] = await find(engine, 'zebras')
    expect([hit?.id, hit?.title, hit?.excerpt]).toEqual([procedureId, read, expect.stringContaining(read)])
    expect(hit?.marks.title).toEqual([{ start: read.indexOf('zebras'), length: 6 }])
    const { records } = await engine.call('record.find', { engagementId, words: 'zebras' })
    expect(records.map(({ title }) => title)).toEqual([read])
  })
})

describe('the index', () => {
  it('follows what is written, changed, removed and taken back', async () => {
    const { engine, engagementId, controlId, procedureId } = await testing()
    const { deviationId } = await engine.call('deviation.save', { controlId, condition: 'Emergency release.' })
    expect(names(await find(engine, 'emergency kind:deviation'))).toEqual(['deviation DEV-1'])
    await engine.call('deviation.save', { deviationId, controlId, condition: 'Unplanned release.' })
    expect(await find(engine, 'emergency kind:deviation')).toEqual([])
    await engine.call('deviation.remove', { deviationId, reason: 'Recorded twice.' })
    expect(await find(engine, 'unplanned')).toEqual([])
    await engine.call('journal.undo', { engagementId })
    expect(names(await find(engine, 'unplanned'))).toEqual(['deviation DEV-1'])
    const { noteId } = await engine.call('note.open', {
      target: { entity: 'procedure', id: procedureId },
      text: 'Whose ticket is it?',
    })
    await engine.call('note.respond', { noteId, text: 'That of Quentin.' })
    expect(await find(engine, 'quentin kind:note status:open')).toMatchObject([
      {
        ref: 'RN-1',
        within: `procedure:${procedureId}`,
        paper: { kind: 'procedure', id: procedureId, within: controlId },
      },
    ])
  })

  it('finds what names a control by its new reference', async () => {
    const { engine, engagementId, controlId, item } = await testing()
    expect(await find(engine, 'control:CHG-01 kind:result')).toHaveLength(2)
    await engine.call('control.save', { engagementId, controlId, ...control, ref: 'OPS-09' })
    expect(await find(engine, 'control:CHG-01')).toEqual([])
    expect(names(await find(engine, 'control:OPS-09 outcome:deviation'))).toEqual([`result ${item.itemId} A`])
  })

  it('follows what a colleague’s bundle brings', async () => {
    const [ann, ben] = [await auditor('Ann Lee'), await auditor('Ben Roth')]
    const { engagementId, controlId } = await engagementOf(ann)
    await attach(ann, controlId, 'approval.txt', 'approved by Quentin Wolf')
    expect(await find(ben, 'change')).toEqual([])
    await handOver(ann, ben, engagementId)
    expect(names(await find(ben, 'change'))).toEqual(['control CHG-01'])
    await ben.call('search.update', {})
    expect(names(await find(ben, 'quentin'))).toEqual(['evidence approval.txt'])
    await ann.call('control.save', { engagementId, controlId, ...control, title: 'Approval by two people' })
    await handOver(ann, ben, engagementId)
    expect(await find(ben, 'change by:"Ann Lee"')).toEqual([])
    expect(names(await find(ben, 'two people'))).toEqual(['control CHG-01'])
  })

  it('follows by itself while nobody asks for anything', async () => {
    const idle: (() => void)[] = []
    const engine = await openTestEngine({ whenIdle: (work) => void idle.push(work) })
    onTestFinished(engine.close)
    const updates = () => engine.events.filter(isEndOfUpdate).length
    const left = async () => {
      const before = updates()
      for (const work of idle.splice(0)) work()
      await vi.waitUntil(() => updates() > before, { timeout: 30_000 })
      return engine.call('search.update', {})
    }
    const { controlId } = await completeEngagement(engine)
    await expect(left()).resolves.toEqual({ documents: 0, filesRead: 0 })
    await engine.call('note.open', { target: { entity: 'control', id: controlId }, text: 'Is zephyr in scope?' })
    await expect(left()).resolves.toEqual({ documents: 0, filesRead: 0 })
    expect(names(await find(engine, 'zephyr'))).toEqual(['reviewNote RN-1'])
  })

  it('says the same after it is made anew', async () => {
    const { engine, controlId } = await testing()
    await attach(engine, controlId, 'log.csv', 'user;day\nquentin;2026-03-02')
    const searches = [
      'approver',
      'kind:control,procedure,sample,population',
      'by:AC',
      'quentin',
      'type:csv',
      'outcome:pass',
      'inspect',
    ]
    const all = () => Promise.all(searches.map((text) => find(engine, text)))
    await engine.call('search.update', {})
    const before = await all()
    expect(before.every(({ length }) => length > 0)).toBe(true)
    await expect(engine.call('search.update', { rebuild: true })).resolves.toMatchObject({ filesRead: 2 })
    expect(await all()).toEqual(before)
    await expect(engine.call('search.update', {})).resolves.toEqual({ documents: 0, filesRead: 0 })
  })
})

describe('the text of a file', () => {
  it('is found in PDF, Word documents, every sheet of a workbook, and texts', async () => {
    const { engine, engagementId } = await openEngagement()
    onTestFinished(engine.close)
    const controlId = await addControl(engine, engagementId)
    await attach(engine, controlId, 'review.pdf', pdf('Quarterly access review of zephyr'))
    await attach(engine, controlId, 'policy.docx', docx('Access is reviewed by zephyr owners'))
    const sheet = (name: string, cell: string) => ({ name, header: ['who'], rows: [[cell]] })
    const workbook = join(engine.folder, 'list.xlsx') as FileRef
    await writeXlsx(workbook, [sheet('First', 'nobody'), sheet('Leavers', 'zephyr account')])
    await engine.call('evidence.attach', { target: { entity: 'control', id: controlId }, file: workbook })
    const { evidenceId } = await engine.call('evidence.attach', {
      target: { entity: 'control', id: controlId },
      file: await written(engine, 'tickets.csv', 'id,owner\n1,zephyr\n'),
    })
    await engine.call('search.update', {})
    const { hits, unread } = await engine.call('search.query', { text: 'zephyr control:CHG-01' })
    expect(names(hits)).toEqual([
      'evidence list.xlsx',
      'evidence policy.docx',
      'evidence review.pdf',
      'evidence tickets.csv',
    ])
    expect(unread).toBe(0)
    expect(names(await find(engine, 'zephyr type:pdf'))).toEqual(['evidence review.pdf'])
    await engine.call('evidence.remove', { evidenceId, reason: 'Attached by mistake.' })
    expect(names(await find(engine, 'zephyr'))).not.toContain('evidence tickets.csv')
  })

  it('is nothing where the file cannot be read, which stops nobody', async () => {
    const { engine, engagementId } = await openEngagement()
    onTestFinished(engine.close)
    const controlId = await addControl(engine, engagementId)
    const entities = '<!DOCTYPE d [<!ENTITY e "zephyr">]><w:document><w:body>&e;</w:body></w:document>'
    await attach(engine, controlId, 'entities.docx', zip([{ name: 'word/document.xml', content: entities }]))
    await attach(engine, controlId, 'cut.pdf', '%PDF-1.7 zephyr')
    await attach(
      engine,
      controlId,
      'bomb.xlsx',
      zip([{ name: 'xl/a', content: 'zephyr', says: { size: 4_000_000_000 } }]),
    )
    await attach(engine, controlId, 'picture.png', Buffer.from([0x89, 0x50, 0, 0, 1, 2, 3]))
    await attach(engine, controlId, 'good.txt', 'zephyr')
    await engine.call('search.update', {})
    expect(names(await find(engine, 'zephyr'))).toEqual(['evidence good.txt'])
    expect(await find(engine, 'kind:evidence')).toHaveLength(5)
    const { total, files } = await engine.call('search.unsearched', { engagementId })
    expect([total, files.map(({ name, reason }) => `${name} ${reason}`)]).toEqual([
      4,
      ['bomb.xlsx unreadable', 'cut.pdf unreadable', 'entities.docx unreadable', 'picture.png no_text'],
    ])
  })
})

const isEndOfUpdate = ({ event, payload }: TestEngine['events'][number]): boolean =>
  event === 'job.ended' && JSON.stringify(payload).includes('search.update')

async function written(engine: TestEngine, name: string, text: string): Promise<FileRef> {
  const file = join(engine.folder, name) as FileRef
  await writeFile(file, text)
  return file
}

it('is closed with the store', async () => {
  const engine = await openTestEngine()
  onTestFinished(engine.close)
  await engine.call('store.lock', {})
  await expect(find(engine, 'anything')).rejects.toMatchObject({ code: 'store.locked' })
})
