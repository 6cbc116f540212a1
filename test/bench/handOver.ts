import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBuiltHost, openMadeStore } from './builtHost.ts'
import { timed } from './figures.ts'

const bytesEach = 1024 * 1024
/** Files that one call attaches. */
const attachedAtOnce = 1000

/** How long a bundle took on both sides, in milliseconds, and the most memory that each side's process held, in MB. */
export type HandOver = { exported: number[]; imported: number[]; exporterMb: number; importerMb: number }

/** Writes files of 1 MiB that nothing can compress. @returns their paths */
export async function writeSources(folder: string, files: number): Promise<string[]> {
  await mkdir(folder)
  const paths = Array.from({ length: files }, (_, file) => join(folder, `screenshot-${file}.bin`))
  for (const path of paths) await writeFile(path, randomBytes(bytesEach))
  return paths
}

/** Attaches files in one store and hands them to another by a bundle. Each side's process has done nothing else before. */
export async function handOver(folder: string, paths: readonly string[], exports: number): Promise<HandOver> {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  await mkdir(from)
  await mkdir(to)
  const preparer = await openBuiltHost(from)
  const { engagementId } = await preparer.call<{ engagementId: string }>('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  const target = { entity: 'engagement', id: engagementId }
  for (let first = 0; first < paths.length; first += attachedAtOnce) {
    await preparer.call('evidence.attachAll', { target, files: paths.slice(first, first + attachedAtOnce) })
  }
  await preparer.close()
  const file = join(folder, 'bundle.tickmark')
  const exporter = openMadeStore(from)
  const importer = await openBuiltHost(to)
  const { recipient } = await importer.call<{ recipient: string }>('colleague.ownCard', {})
  const exported = await timed(exports, () =>
    exporter.call('bundle.export', { engagementId, file, recipients: [recipient] }),
  )
  // A second import has nothing to add, so there is one.
  const imported = await timed(1, () => importer.call('bundle.import', { file }))
  const [exporterMb, importerMb] = [await exporter.mostMemory(), await importer.mostMemory()]
  await exporter.close()
  await importer.close()
  return { exported, imported, exporterMb, importerMb }
}
