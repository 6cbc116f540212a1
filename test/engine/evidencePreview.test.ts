import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'
import { writeXlsx } from '../../electron/engine/spreadsheet/writeXlsx.ts'

let engine: TestEngine
let engagementId: string

beforeEach(async () => {
  ;({ engine, engagementId } = await openEngagement())
})
afterEach(() => engine.close())

async function shown(name: string, bytes: string | Uint8Array, sheet?: string) {
  const path = join(engine.folder, name) as FileRef
  await writeFile(path, bytes)
  return shownFile(path, sheet)
}

async function shownFile(path: FileRef, sheet?: string) {
  const target = { entity: 'engagement', id: engagementId } as const
  const { evidenceId } = await engine.call('evidence.attach', { target, file: path })
  return engine.call('evidence.preview', { evidenceId, ...(sheet === undefined ? {} : { sheet }) })
}

/** A PNG as its specification puts it together; only the header says how large it is. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(4))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat(parts)
}

describe('what a file shows', () => {
  it('is known by its bytes, whatever its name says', async () => {
    expect(await shown('minutes.txt', png(640, 480))).toEqual({ kind: 'image', width: 640, height: 480 })
    expect(await shown('picture.png', '%PDF-1.7\n%âãÏÓ\n')).toEqual({ kind: 'pdf' })
    expect(await shown('report.pdf', 'no pages at all')).toMatchObject({ kind: 'text', text: 'no pages at all' })
  })

  it.each([
    ['page.html', '<html><script>fetch("http://canary.test")</script></html>'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
    ['feed.xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ])('is the text of %s, with its markup as it is written', async (name, markup) => {
    expect(await shown(name, markup)).toEqual({ kind: 'text', text: markup, encoding: 'utf-8', isWhole: true })
  })

  it('is text in the encoding that its bytes prove', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Prüfung', 'utf16le')])
    expect(await shown('utf16.txt', utf16)).toMatchObject({ text: 'Prüfung', encoding: 'utf-16le' })
    expect(await shown('old.txt', Buffer.from('Pr\xfcfung', 'latin1'))).toMatchObject({
      text: 'Prüfung',
      encoding: 'windows-1252',
    })
  })

  it('is the beginning of a long text, and says so', async () => {
    const preview = await shown('long.log', 'a line of the log\n'.repeat(60_000))
    expect(preview).toMatchObject({ kind: 'text', isWhole: false })
  })

  it('is the first rows of a list, and of the sheet that is chosen', async () => {
    expect(await shown('list.csv', 'id;name\n1;"a;b"\n2;c\n')).toMatchObject({
      kind: 'table',
      header: ['id', 'name'],
      rows: [
        ['1', 'a;b'],
        ['2', 'c'],
      ],
      sheets: [],
    })
    const path = join(engine.folder, 'book.xlsx') as FileRef
    await writeXlsx(path, [
      { name: 'One', header: ['id'], rows: [['007']] },
      { name: 'Two', header: ['name'], rows: [['Ada']] },
    ])
    expect(await shownFile(path)).toMatchObject({
      header: ['id'],
      rows: [['007']],
      sheet: 'One',
      sheets: ['One', 'Two'],
    })
    expect(await shownFile(path, 'Two')).toMatchObject({ header: ['name'], rows: [['Ada']], sheet: 'Two' })
  })

  it('is no table where a quote of a list is never closed, but its text', async () => {
    expect(await shown('cut.csv', 'id,name\n1,"never closed\n')).toMatchObject({ kind: 'text' })
  })
})

describe('no preview', () => {
  it('is given of what is empty, unknown, or no workbook, and it says why', async () => {
    expect(await shown('empty.png', '')).toMatchObject({ kind: 'none', because: 'The file is empty.' })
    for (const bytes of [
      Buffer.from([0, 1, 2, 3, 4, 5]),
      Buffer.from('PK\u0003\u0004 renamed'),
      Buffer.alloc(5000, '\xd0\x01', 'latin1'),
    ])
      expect(await shown('unknown.bin', bytes)).toMatchObject({ kind: 'none' })
  })

  it('is given of a picture of more pixels than memory is worth', async () => {
    expect(await shown('bomb.png', png(30_000, 30_000))).toMatchObject({
      kind: 'none',
      because: expect.stringContaining('30000 × 30000 pixels'),
    })
  })

  it('is given of a picture that ends within its header', async () => {
    expect(await shown('cut.png', png(640, 480).subarray(0, 20))).toMatchObject({ kind: 'none' })
  })
})
