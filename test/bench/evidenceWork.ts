import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBuiltHost } from './builtHost.ts'
import { type Figure, figureOf, timed } from './figures.ts'

const files = 1000
const bytesEach = 1024 * 1024
const runs = 3

/** 1 GB of evidence in 1,000 files: taken at once, and a file opened for its preview, through the built headless host. */
export async function evidenceWork(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'))
  try {
    return await measure(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measure(folder: string): Promise<Figure[]> {
  const host = await openBuiltHost(folder)
  const { engagementId } = await host.call<{ engagementId: string }>('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  const atUnlock = await host.mostMemory()
  const attached: { evidenceId: string }[] = []
  const imports: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const paths = await writeFiles(folder)
    imports.push(
      ...(await timed(1, async () => {
        const target = { entity: 'engagement', id: engagementId }
        const answer = await host.call<{ attached: { evidenceId: string }[] }>('evidence.attachAll', {
          target,
          files: paths,
        })
        attached.push(...answer.attached)
      })),
    )
  }
  const previews = await timed(50, (run) =>
    host.call('evidence.preview', { evidenceId: attached[(run * 53) % attached.length]?.evidenceId }),
  )
  const memory = `${await host.mostMemory()} MB at most, ${atUnlock} MB of it to unlock`
  await host.close()
  return [
    figureOf('1 GB of evidence in 1,000 files', imports, `hashed, encrypted and durable; ${memory}`),
    figureOf('preview of a file of 1 MB', previews, 'decrypted and looked at by the engine'),
  ]
}

/** New bytes at every call: a file that the store holds already would not be written again. */
async function writeFiles(folder: string): Promise<string[]> {
  const paths: string[] = []
  for (let file = 0; file < files; file += 1) {
    const path = join(folder, `screenshot-${file}.txt`)
    await writeFile(path, randomBytes(bytesEach / 2).toString('hex'))
    paths.push(path)
  }
  return paths
}
