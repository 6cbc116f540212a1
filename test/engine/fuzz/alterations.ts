import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { zip } from '../../fixtures/spreadsheet/workbook.ts'

/** @returns copies of a file that was damaged, or made by somebody who means harm: bytes changed, left out, put in, said twice */
export function altered(sound: Uint8Array): fc.Arbitrary<Buffer> {
  return fc.array(alteration, { minLength: 1, maxLength: 4 }).map((changes) => {
    let bytes: Buffer = Buffer.from(sound)
    for (const change of changes) bytes = change(bytes)
    return bytes
  })
}

/** The same for what a ZIP file holds: one of its parts is altered, and packed as soundly as the others. */
export function alteredWithin(sound: Uint8Array): fc.Arbitrary<Buffer> {
  const parts = Object.entries(unzipSync(sound)).map(([name, content]) => ({ name, content: Buffer.from(content) }))
  const chosen = fc.nat(parts.length - 1)
  return chosen.chain((which) =>
    altered(parts[which]?.content ?? Buffer.alloc(0)).map((content) =>
      zip(parts.map((part, place) => (place === which ? { ...part, content } : part))),
    ),
  )
}

/** What stands for something in one of the forms. */
const meaningful = fc.constantFrom(
  ...Array.from('",;\n\r\0\t{}[]<>&/='),
  '<!DOCTYPE x>',
  '&#0;',
  '%PDF-',
  '\u{FEFF}',
  '\u{FF}\u{FE}',
  'PK\u{3}\u{4}',
  '-1',
  '99999999999999999999',
  'NaN',
  '/Length 9999999',
  'x'.repeat(70_000),
)

const share = fc.double({ min: 0, max: 1, noNaN: true })

const alteration: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc.oneof(
  fc.tuple(share, fc.nat(255)).map(
    ([place, byte]) =>
      (bytes: Buffer) =>
        withByte(bytes, place, byte),
  ),
  share.map((place) => (bytes: Buffer) => bytes.subarray(0, at(bytes, place))),
  fc.tuple(share, meaningful).map(
    ([place, text]) =>
      (bytes: Buffer) =>
        Buffer.concat([
          bytes.subarray(0, at(bytes, place)),
          Buffer.from(text, 'utf8'),
          bytes.subarray(at(bytes, place)),
        ]),
  ),
  fc.tuple(share, share).map(([one, other]) => (bytes: Buffer) => {
    const [from, to] = [at(bytes, Math.min(one, other)), at(bytes, Math.max(one, other))]
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
  }),
)

function at(bytes: Buffer, place: number): number {
  return Math.floor(place * bytes.length)
}

function withByte(bytes: Buffer, place: number, byte: number): Buffer {
  const changed = Buffer.from(bytes)
  if (changed.length > 0) changed[Math.min(at(bytes, place), changed.length - 1)] = byte
  return changed
}
