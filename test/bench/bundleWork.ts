import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, figureOf, timed } from './figures.ts'
import { handOver, writeSources } from './handOver.ts'

const files = 1000
const runs = 3

/**
 * 1 GB of evidence handed over, beside what the stock tools take for the same bytes: `tar c | age -r` for the export,
 * `age -d | tar x` with `sha256sum -c` for the import, in the same run and on the same disk.
 */
export async function bundleWork(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'))
  try {
    return await measure(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const shell = (command: string, cwd: string) => execFileSync('bash', ['-o', 'pipefail', '-c', command], { cwd })

async function measure(folder: string): Promise<Figure[]> {
  const sources = join(folder, 'sources')
  const paths = await writeSources(sources, files)
  shell('age-keygen -o ../key.txt 2>/dev/null && sha256sum * > ../SUMS', sources)
  const stock = shell('age-keygen -y key.txt', folder).toString().trim()
  const packing = `tar c sources | age -r ${stock} > stock.age && sync stock.age`
  const packed = await timed(runs, async () => shell(packing, folder))
  const unpacking =
    'rm -rf out && mkdir out && age -d -i key.txt stock.age | tar x -C out && cd out/sources && sha256sum -c --quiet ../../SUMS && sync -f .'
  const unpacked = await timed(runs, async () => shell(unpacking, folder))

  const { exported, imported, exporterMb, importerMb } = await handOver(folder, paths, runs)
  return [
    figureOf('tar c | age -r of 1 GB', packed, 'the stock tools, made durable'),
    figureOf('bundle.export of 1 GB', exported, `${exporterMb} MB at most`),
    figureOf('age -d | tar x, sha256sum -c', unpacked, 'the stock tools, made durable'),
    figureOf('bundle.import of 1 GB', imported, `verified, encrypted again and durable; ${importerMb} MB at most`),
  ]
}
