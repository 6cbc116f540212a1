import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBuiltHost } from './builtHost.ts'
import { type Figure, figureOf, timed } from './figures.ts'

const files = Number(process.env['BENCH_MB'] ?? 1000)
const bytesEach = 1024 * 1024
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
  await mkdir(sources)
  const paths: string[] = []
  for (let file = 0; file < files; file += 1) {
    const path = join(sources, `screenshot-${file}.bin`)
    await writeFile(path, randomBytes(bytesEach))
    paths.push(path)
  }
  shell('age-keygen -o ../key.txt 2>/dev/null && sha256sum * > ../SUMS', sources)
  const stock = shell('age-keygen -y key.txt', folder).toString().trim()
  const packing = `tar c sources | age -r ${stock} > stock.age && sync stock.age`
  const packed = await timed(runs, async () => shell(packing, folder))
  const unpacking =
    'rm -rf out && mkdir out && age -d -i key.txt stock.age | tar x -C out && cd out/sources && sha256sum -c --quiet ../../SUMS && sync -f .'
  const unpacked = await timed(runs, async () => shell(unpacking, folder))

  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  await mkdir(from)
  await mkdir(to)
  const host = await openBuiltHost(from)
  const { engagementId } = await host.call<{ engagementId: string }>('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  await host.call('evidence.attachAll', { target: { entity: 'engagement', id: engagementId }, files: paths })
  const file = join(folder, 'bundle.tickmark')
  const receiver = await openBuiltHost(to)
  const { recipient } = await receiver.call<{ recipient: string }>('colleague.ownCard', {})
  const exported = await timed(runs, () => host.call('bundle.export', { engagementId, file, recipients: [recipient] }))
  // A second import has nothing to add, so there is one.
  const imported = await timed(1, () => receiver.call('bundle.import', { file }))
  const memory = [await host.mostMemory(), await receiver.mostMemory()]
  await host.close()
  await receiver.close()
  return [
    figureOf('tar c | age -r of 1 GB', packed, 'the stock tools, made durable'),
    figureOf('bundle.export of 1 GB', exported, `${memory[0]} MB at most`),
    figureOf('age -d | tar x, sha256sum -c', unpacked, 'the stock tools, made durable'),
    figureOf('bundle.import of 1 GB', imported, `verified, encrypted again and durable; ${memory[1]} MB at most`),
  ]
}
