import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { readAll } from './csvFile.ts'
import { openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string

beforeEach(async () => {
  ;({ engine, engagementId } = await openEngagement())
})
afterEach(() => engine.close())

const target = () => ({ entity: 'engagement', id: engagementId }) as const
const list = async () => (await engine.call('evidence.list', { engagementId })).evidence

async function attach(name: string, bytes: string | Uint8Array): Promise<{ evidenceId: string }> {
  const path = join(engine.folder, name) as FileRef
  await writeFile(path, bytes)
  return engine.call('evidence.attach', { target: target(), file: path })
}

describe('marks over a page', () => {
  const mark = {
    page: 1,
    shape: 'rectangle',
    x: 0.1,
    y: 0.2,
    width: 0.3,
    height: 0.05,
    text: '',
    colour: 'red',
  } as const

  it('are kept apart from the file, moved, and taken away', async () => {
    const { evidenceId } = await attach('one.txt', 'one')
    const { markId } = await engine.call('evidence.mark', { evidenceId, ...mark })
    await engine.call('evidence.mark', { evidenceId, ...mark, markId, x: 0.4, text: 'The approver' })
    const { marks } = await engine.call('evidence.marks', { evidenceId })
    expect(marks).toMatchObject([{ ...mark, markId, x: 0.4, text: 'The approver', by: 'Ada Cole' }])
    await engine.call('evidence.unmark', { markId })
    expect((await engine.call('evidence.marks', { evidenceId })).marks).toEqual([])
    await engine.call('journal.undo', { engagementId })
    expect((await engine.call('evidence.marks', { evidenceId })).marks).toHaveLength(1)
    expect((await list())[0]?.sha256).toBeDefined()
  })

  it('keep words and place that were changed at once, each by somebody who had not seen the other', async () => {
    const { evidenceId } = await attach('one.txt', 'one')
    const { markId } = await engine.call('evidence.mark', { evidenceId, ...mark })
    await engine.call('evidence.mark', { evidenceId, markId, text: 'The amount' })
    await engine.call('evidence.mark', { evidenceId, markId, y: 0.22 })
    const { marks } = await engine.call('evidence.marks', { evidenceId })
    expect(marks).toMatchObject([{ ...mark, markId, text: 'The amount', y: 0.22 }])
  })

  it('stay within the page, and belong to their file', async () => {
    const { evidenceId } = await attach('one.txt', 'one')
    const other = await attach('two.txt', 'two')
    await expect(engine.call('evidence.mark', { evidenceId, ...mark, x: 1.2 })).rejects.toMatchObject({
      code: 'call.invalid_params',
    })
    const { markId } = await engine.call('evidence.mark', { evidenceId, ...mark })
    await expect(engine.call('evidence.mark', { evidenceId: other.evidenceId, ...mark, markId })).rejects.toMatchObject(
      { code: 'evidence.mark_not_found' },
    )
  })
})

describe('a redaction', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  it('is a file of its own that names the one it was made of, whose hash stays', async () => {
    const original = await attach('screen.png', png)
    engine.clock.set('2027-01-10T08:30:00Z')
    const redacted = await engine.call('evidence.attachImage', {
      target: target(),
      name: 'screen, redacted.png',
      png: Buffer.concat([png, Buffer.from('x')]).toString('base64'),
      redactedFrom: original.evidenceId,
    })
    const sha256 = createHash('sha256').update(png).digest('hex')
    expect(await list()).toMatchObject([
      { evidenceId: original.evidenceId, sha256, redactedFrom: null },
      { evidenceId: redacted.evidenceId, redactedFrom: original.evidenceId },
    ])
    const file = join(engine.folder, 'evidence.csv') as FileRef
    await engine.call('list.export', { list: 'evidence', engagementId, file })
    const { rows, header } = await readAll(file)
    const copyOf = header.indexOf('Redacted copy of')
    expect(rows.map(({ cells }) => cells[copyOf])).toEqual(['', `screen.png, SHA-256 ${sha256}`])
  })

  it('names no file of another engagement', async () => {
    const original = await attach('screen.png', png)
    const other = await engine.call('engagement.create', {
      client: 'Another',
      reportType: 'type1',
      asOf: '2026-06-30',
      categories: ['security'],
    })
    await expect(
      engine.call('evidence.attachImage', {
        target: { entity: 'engagement', id: other.engagementId },
        name: 'copy.png',
        png: png.toString('base64'),
        redactedFrom: original.evidenceId,
      }),
    ).rejects.toMatchObject({ code: 'evidence.not_found' })
  })

  it('is a PNG and nothing else', async () => {
    await expect(
      engine.call('evidence.attachImage', { target: target(), name: 'x.png', png: new Uint8Array([1, 2, 3]) }),
    ).rejects.toMatchObject({ code: 'evidence.not_an_image' })
  })
})
