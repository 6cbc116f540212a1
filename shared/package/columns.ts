import type { IndexColumns } from '../contract/package.ts'

/** Heads by which the indexes of compliance tools and of clients call their columns, the likeliest first. */
const heads = {
  file: ['file', 'file name', 'filename', 'file path', 'path', 'document', 'attachment', 'evidence file', 'evidence'],
  request: [
    'request',
    'request id',
    'request ref',
    'request number',
    'pbc',
    'pbc id',
    'ref',
    'reference',
    'control',
    'control id',
    'id',
  ],
  sha256: ['sha256', 'sha-256', 'checksum', 'hash', 'digest'],
} as const

/** @returns which columns of an index are likely to say what, or `null` where none names a file */
export function guessColumns(header: readonly string[]): IndexColumns | null {
  const plain = header.map((head) =>
    head
      .trim()
      .toLowerCase()
      .replaceAll(/[_\s]+/g, ' '),
  )
  const find = (names: readonly string[]) => {
    const name = names.find((one) => plain.includes(one))
    return name === undefined ? null : (header[plain.indexOf(name)] ?? null)
  }
  const file = find(heads.file)
  return file === null ? null : { file, request: find(heads.request), sha256: find(heads.sha256) }
}
