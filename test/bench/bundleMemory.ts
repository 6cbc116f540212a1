import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, figureOf } from './figures.ts'
import { handOver, writeSources } from './handOver.ts'

const files = 5000

/** 5 GB of evidence handed over: the memory that it takes on both sides, from the opening of the store on. Needs 16 GB of disk. */
export async function bundleMemory(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'))
  try {
    const paths = await writeSources(join(folder, 'sources'), files)
    const { exported, imported, exporterMb, importerMb } = await handOver(folder, paths, 1)
    return [
      figureOf('bundle.export of 5 GB', exported, `${exporterMb} MB at most`),
      figureOf('bundle.import of 5 GB', imported, `${importerMb} MB at most`),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}
