import { z } from 'zod'
import { DomainError } from '../../shared/errors/domainError.ts'
import type { LeftOutRow } from '../populationRows.ts'
import type { Reader } from '../reader.ts'
import { blockCount, type StoredRows } from './readBlocks.ts'
import type { BlockPlace } from './rowsFile.ts'

/** Bytes of the length of the footer, which ends the file: an integer of 32 bits, little-endian. */
const lengthBytes = 4

const count = z.int().min(0)
const footerForm = z.strictObject({
  /** Of each block: where its keys begin, their length, where its cells begin, their length. */
  blocks: z.array(z.tuple([count, count, count, count])),
  /** Rows of the source that were left out. */
  leftOut: z.array(
    z.strictObject({
      row: count,
      column: z.string().nullable(),
      code: z.string(),
      message: z.string(),
      cells: z.array(z.string()),
    }),
  ),
})

/** How the file of a population's rows ends: what is in it and where, so that whoever gets the file alone can read it. */
export type RowsFooter = z.infer<typeof footerForm>

/** @returns the footer as bytes: JSON, then its length */
export function footerBytes(places: readonly BlockPlace[], leftOut: readonly LeftOutRow[]): Buffer {
  const footer: RowsFooter = {
    blocks: places.map(({ keysStart, keysLength, cellsStart, cellsLength }) => [
      keysStart,
      keysLength,
      cellsStart,
      cellsLength,
    ]),
    leftOut: leftOut.map(({ row, column, code, message, cells }) => ({
      row,
      column,
      code,
      message,
      cells: [...cells],
    })),
  }
  const json = Buffer.from(JSON.stringify(footer), 'utf8')
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32LE(json.length)
  return Buffer.concat([json, length])
}

/**
 * Reads the footer of a file that may come from elsewhere.
 * @throws DomainError `blob.missing`; `blob.damaged` where it is none, or tells of other blocks than the file can have
 */
export function readFooter(
  reader: Pick<Reader, 'count' | 'filePart'>,
  stored: Pick<StoredRows, 'sha256' | 'rows'>,
): RowsFooter {
  const { sha256 } = stored
  const size = reader.count('SELECT size AS n FROM evidence_file WHERE sha256 = @sha256', { sha256 })
  const damaged = () => new DomainError('blob.damaged', { sha256 })
  if (size < lengthBytes) throw damaged()
  const length = reader.filePart(sha256, size - lengthBytes, lengthBytes).readUInt32LE()
  const end = size - lengthBytes - length
  if (end < 0) throw damaged()
  const read = footerForm.safeParse(jsonOf(reader.filePart(sha256, end, length).toString('utf8')))
  if (!read.success || read.data.blocks.length !== blockCount(stored)) throw damaged()
  const reachesOut = read.data.blocks.some(
    ([keys, ofKeys, cells, ofCells]) => keys + ofKeys > end || cells + ofCells > end,
  )
  if (reachesOut) throw damaged()
  return read.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
