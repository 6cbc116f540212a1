import { execFileSync } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvRows } from '../../electron/engine/csv/csvRows.ts'
import { fileSource } from '../../electron/engine/table/byteSource.ts'
import { examineCsv } from '../../electron/engine/csv/examineCsv.ts'
import { type FileFolder, openFileFolder, readAll } from './csvFile.ts'

let folder: FileFolder
beforeAll(async () => (folder = await openFileFolder()))
afterAll(() => folder.remove())

const read = async (content: string | Uint8Array) => readAll(await folder.write(content))
const cellsOf = async (content: string | Uint8Array) => (await read(content)).rows.map(({ cells }) => cells)
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('the encoding of a file', () => {
  it('leaves a UTF-8 byte order mark out of the first column name', async () => {
    const file = await read('\u{FEFF}id,name\n1,Zoë\n')
    expect(file).toMatchObject({ encoding: 'utf-8', byteOrderMark: true, header: ['id', 'name'] })
    expect(file.rows).toEqual([{ row: 2, cells: ['1', 'Zoë'] }])
  })

  it.each([
    ['little-endian with its mark', Buffer.from('\u{FEFF}id;name\n1;Zoë 🙂\n', 'utf16le'), 'utf-16le', true],
    ['big-endian with its mark', swapped('\u{FEFF}id;name\n1;Zoë 🙂\n'), 'utf-16be', true],
    ['little-endian without a mark', Buffer.from('id;name\n1;Zoë 🙂\n', 'utf16le'), 'utf-16le', false],
    ['big-endian without a mark', swapped('id;name\n1;Zoë 🙂\n'), 'utf-16be', false],
  ])('reads UTF-16, %s', async (_, bytes, encoding, byteOrderMark) => {
    const file = await read(bytes)
    expect(file).toMatchObject({ encoding, byteOrderMark, header: ['id', 'name'], delimiter: ';' })
    expect(file.rows).toEqual([{ row: 2, cells: ['1', 'Zoë 🙂'] }])
  })

  it('reads what is not UTF-8 as Windows-1252, and never stores a replacement character', async () => {
    const file = await read(
      Buffer.from([...Buffer.from('id,name\n1,S'), 0xf8, ...Buffer.from('ren '), 0x80, 0x92, 0x0a]),
    )
    expect(file.encoding).toBe('windows-1252')
    expect(file.rows).toEqual([{ row: 2, cells: ['1', 'Søren €’'] }])
  })

  it('knows a character of UTF-8 that two pieces of a large file share', async () => {
    const long = 'ø'.repeat(600_000)
    const file = await read(`a,b\n1,${long.slice(0, 300_000)}\nx2,${long.slice(0, 300_000)}\n`)
    expect(file.encoding).toBe('utf-8')
    expect(file.rows.map(({ cells }) => cells[1]?.length)).toEqual([300_000, 300_000])
  })

  it.each([
    ['a NUL byte', Buffer.concat([Buffer.from('id,name\n1,ab'), Buffer.from([0]), Buffer.from('c\n')]), 0, 12],
    ['a workbook', Buffer.from('504b0304140006000800', 'hex'), 0, 5],
    ['control bytes among bytes of no UTF-8', Buffer.from([0x69, 0x64, 0x0a, 0x89, 0x50, 0x1a, 0x41]), 0x1a, 5],
    ['half a surrogate pair', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62, 0x00]), 0x00, 4],
    ['half a unit of UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]), 0x62, 4],
    ['a mark of UTF-8 before other bytes', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xe6, 0x41]), 0xe6, 5],
  ])('refuses %s by byte and offset', async (_, bytes, byte, offset) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'csv.not_text', details: { byte, offset } })
  })
})

describe('the delimiter of a file', () => {
  it.each([
    [',', 'id,name,note\n1,"a;b;c",x\n2,d,y\n'],
    [';', 'id;amount\n1;1,50\n2;2,75\n'],
    ['\t', 'id\tname\n1\ta,b\n2\tc;d\n'],
    ['|', 'id|name, first|x\n1|a, b|y\n'],
    [',', 'id\n1\n2\n'],
    [';', '"id";"a,b,c,d"\n1;x\n'],
    [',', 'id,name\r1,a\r2,b\r'],
  ])('is %j where header and rows say so, quotes respected', async (delimiter, content) => {
    expect((await read(content)).delimiter).toBe(delimiter)
  })
})

describe('the rows of a file', () => {
  it('have the number that a spreadsheet shows: a line break within quotes is no row, a blank line is one', async () => {
    const { rows } = await read('id,note\n1,"first\nsecond\r\nthird"\n\n2,plain\n')
    expect(rows).toEqual([
      { row: 2, cells: ['1', 'first\nsecond\r\nthird'] },
      { row: 4, cells: ['2', 'plain'] },
    ])
  })

  it('keep their cells as received: formulas, leading zeros, spaces, doubled quotes, numbers beyond doubles', async () => {
    const cells = [
      "=cmd|'/c calc'!A1",
      '+1',
      '-1',
      '@x',
      '\ttab',
      '＝1',
      '00012345',
      '  spaced ',
      '9007199254740993',
      '1e3',
    ]
    const line = cells.map((cell) => `"${cell}"`).join(',')
    expect(await cellsOf(`${cells.map((_, at) => `c${at}`).join(',')}\n${line}\n`)).toEqual([cells])
    expect(await cellsOf('a,b\n"say ""yes""",=1+1\n')).toEqual([['say "yes"', '=1+1']])
  })

  it('end with a line feed, both characters, a carriage return, or the file', async () => {
    expect(await cellsOf('a,b\r\n1,2\r\n3,4')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(await cellsOf('a,b\r1,2\r3,4')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(await cellsOf('a,b\n1,2\r\n3,4\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['csv.empty', '', {}],
    ['csv.empty', '\u{FEFF}', {}],
    ['csv.no_rows', 'id,name\n', {}],
    ['csv.no_rows', 'id,name\n\n\n', {}],
    ['csv.duplicate_column', 'id,x,Amount,y,z,Amount\n', { column: 'Amount', places: ['C', 'F'] }],
    ['csv.unclosed_quote', 'id,name\n1,a\n2,"b\n3,c\n', { row: 3 }],
    ['csv.malformed', 'id,name\n1,a\n2,"b"c\n', { row: 3 }],
    ['csv.malformed', 'id,name\n1,5" pipe\n', { row: 2 }],
    ['csv.row_too_long', `id,name\n1,${'x'.repeat(1_000_001)}\n`, { row: 2, limit: 1_000_000 }],
    [
      'csv.too_many_columns',
      `${Array.from({ length: 2001 }, (_, at) => `c${at}`).join(',')}\n`,
      { found: 2001, limit: 2000 },
    ],
  ])('is named %s', async (code, content, details) => {
    await expect(read(content)).rejects.toMatchObject({ code, details })
  })

  it('ends soon after a quote that is never closed, however much follows', async () => {
    const content = `id,name\n1,"a\n${'2,b\n'.repeat(2_000_000)}`
    await expect(read(content)).rejects.toMatchObject({ code: 'csv.unclosed_quote', details: { row: 2 } })
  })

  it('ends soon in a row of nothing but delimiters', async () => {
    await expect(read(`id,name\n1,a\n${','.repeat(12_000_000)}`)).rejects.toMatchObject({
      code: 'csv.row_too_long',
      details: { row: 3 },
    })
  })

  it('changes while it is read', async () => {
    const file = await examineCsv(fileSource(await folder.write('id,name\n1,a\n')))
    await folder.write('id,name\n1,b\n')
    const reading = async () => {
      for await (const slice of csvRows(file)) expect(slice).toHaveLength(1)
    }
    await expect(reading()).rejects.toMatchObject({ code: 'blob.changed_while_reading', details: { name: 'list.csv' } })
  })

  it('is a folder, a link or a pipe', async () => {
    await mkdir(join(folder.path, 'folder.csv'))
    await symlink(await folder.write('a,b\n1,2\n', 'target.csv'), join(folder.path, 'link.csv'))
    execFileSync('mkfifo', [join(folder.path, 'pipe.csv')])
    for (const name of ['folder.csv', 'link.csv', 'pipe.csv']) {
      await expect(readAll(join(folder.path, name))).rejects.toMatchObject({ code: 'file.not_regular' })
    }
    await expect(readAll(join(folder.path, 'absent.csv'))).rejects.toMatchObject({ code: 'file.unreadable' })
  })
})
