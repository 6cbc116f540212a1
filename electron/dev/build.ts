import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown, type InputOptions, type OutputOptions, type RolldownOutput } from 'rolldown'
import { build as buildWithVite } from 'vite'
import { builtFrom } from './isBuilt.ts'
import { projectFolder } from './projectFolder.ts'
import { packageFolders } from './shippedPackages.ts'
import { sourcesHash } from './sourcesHash.ts'

const dist = join(projectFolder, 'dist')

type Bundle = { input: string; file: string; format: OutputOptions['format'] }

const bundles: Bundle[] = [
  { input: 'electron/main/main.ts', file: 'main/main.js', format: 'esm' },
  { input: 'electron/preload.ts', file: 'preload/preload.cjs', format: 'cjs' },
  { input: 'electron/engine/main.ts', file: 'engine/engine.js', format: 'esm' },
  { input: 'electron/cli/tickmark.ts', file: 'cli/tickmark.js', format: 'esm' },
  // A thread has a file of its own, beside whoever starts it.
  { input: 'db/blobs/blobThread.ts', file: 'engine/blobThread.js', format: 'esm' },
  { input: 'db/blobs/blobThread.ts', file: 'cli/blobThread.js', format: 'esm' },
  { input: 'db/check/checkThread.ts', file: 'engine/checkThread.js', format: 'esm' },
  { input: 'db/check/checkThread.ts', file: 'cli/checkThread.js', format: 'esm' },
  { input: 'electron/engine/bundle/sealThread.ts', file: 'engine/sealThread.js', format: 'esm' },
  { input: 'electron/engine/bundle/sealThread.ts', file: 'cli/sealThread.js', format: 'esm' },
  { input: 'electron/engine/search/textThread.ts', file: 'engine/textThread.js', format: 'esm' },
  { input: 'electron/engine/search/textThread.ts', file: 'cli/textThread.js', format: 'esm' },
  { input: 'electron/engine/print/anchorThread.ts', file: 'engine/anchorThread.js', format: 'esm' },
  { input: 'electron/engine/print/anchorThread.ts', file: 'cli/anchorThread.js', format: 'esm' },
  { input: 'electron/engine/spreadsheet/xlsxThread.ts', file: 'engine/xlsxThread.js', format: 'esm' },
  { input: 'electron/engine/spreadsheet/xlsxThread.ts', file: 'cli/xlsxThread.js', format: 'esm' },
  { input: 'electron/engine/report/docx/docxThread.ts', file: 'engine/docxThread.js', format: 'esm' },
  { input: 'electron/engine/report/docx/docxThread.ts', file: 'cli/docxThread.js', format: 'esm' },
]

/** Packages that stay outside the bundles, because they bring compiled libraries. */
export const compiledPackages = ['better-sqlite3', 'sodium-native', '@node-rs/argon2']

/** The folders of the packages of which something was bundled, for whoever puts a release together. */
export const bundledPackages = join(dist, 'bundled-packages.json')

/** Builds everything into `dist/`, or nothing when `dist/` was built from exactly these sources. */
export async function build(tell: (line: string) => void): Promise<void> {
  const hash = await sourcesHash()
  if ((await readFile(builtFrom, 'utf8').catch(() => '')) === hash) {
    // Sources that were written anew and say the same are older than it again.
    await writeFile(builtFrom, hash)
    return tell('dist/ is up to date.')
  }
  const startedAt = performance.now()
  await rm(dist, { recursive: true, force: true })
  const pages = await buildPages()
  const modules = modulesOf(pages)
  for (const bundle of bundles) modules.push(...modulesOf(await write(bundle)))
  await writeFile(bundledPackages, JSON.stringify(packageFolders(modules), null, 1))
  // Last, so that a broken build never counts.
  await writeFile(builtFrom, hash)
  tell(`Built dist/ in ${Math.round(performance.now() - startedAt)} ms.`)
}

/** Vite builds for whatever NODE_ENV says, and under Vitest that is `test`: React would come in its slow development form. */
async function buildPages(): Promise<object> {
  const environment = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    return await buildWithVite({
      configFile: join(projectFolder, 'vite.config.ts'),
      root: join(projectFolder, 'renderer'),
    })
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = environment
  }
}

async function write({ input, file, format }: Bundle): Promise<RolldownOutput> {
  const options: InputOptions = {
    input: join(projectFolder, input),
    cwd: projectFolder,
    platform: 'node',
    external: ['electron', ...compiledPackages],
  }
  const bundle = await rolldown({ ...options, checks: { pluginTimings: false } })
  const output = await bundle.write({
    file: join(dist, file),
    codeSplitting: false,
    ...(format === undefined ? {} : { format }),
  })
  await bundle.close()
  return output
}

/** @returns the paths of the modules whose code came into what a bundler wrote */
function modulesOf(written: object): string[] {
  const outputs = (Array.isArray(written) ? written : [written]) as RolldownOutput[]
  return outputs.flatMap(({ output }) => output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : [])))
}

if (import.meta.main) await build((line) => console.log(line))
