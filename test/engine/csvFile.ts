import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { csvRows } from '../../electron/engine/csv/csvRows.ts'
import { type CsvFile, examineCsv } from '../../electron/engine/csv/examineCsv.ts'
import { fileSource } from '../../electron/engine/table/byteSource.ts'

/** A folder of its own for the files of a test. */
export type FileFolder = {
  path: string
  write: (content: string | Uint8Array, name?: string) => Promise<string>
  remove: () => Promise<void>
}

export async function openFileFolder(): Promise<FileFolder> {
  const path = await mkdtemp(join(tmpdir(), 'tickmark-csv-'))
  return {
    path,
    write: async (content, name = 'list.csv') => {
      await writeFile(join(path, name), content)
      return join(path, name)
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

/** @returns a file as it is read, with all of its rows */
export async function readAll(path: string): Promise<CsvFile & { rows: { row: number; cells: string[] }[] }> {
  const file = await examineCsv(fileSource(path))
  const rows: { row: number; cells: string[] }[] = []
  for await (const slice of csvRows(file)) rows.push(...slice)
  return { ...file, rows }
}
