import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown, type InputOptions, type OutputOptions } from 'rolldown'
import { build as buildWithVite } from 'vite'
import { projectFolder } from './projectFolder.ts'
import { sourcesHash } from './sourcesHash.ts'

const dist = join(projectFolder, 'dist')

/** The hash of the sources that `dist` was built from; written last, so that a broken build never counts. */
const builtFrom = join(dist, 'built-from.txt')

type Bundle = { input: string; file: string; format: OutputOptions['format'] }

const bundles: Bundle[] = [
  { input: 'electron/main/main.ts', file: 'main/main.js', format: 'esm' },
  { input: 'electron/preload.ts', file: 'preload/preload.cjs', format: 'cjs' },
  { input: 'electron/engine/main.ts', file: 'engine/engine.js', format: 'esm' },
  { input: 'electron/cli/tickmark.ts', file: 'cli/tickmark.js', format: 'esm' },
  // A thread has a file of its own, beside whoever starts it.
  { input: 'db/blobs/blobThread.ts', file: 'engine/blobThread.js', format: 'esm' },
  { input: 'db/blobs/blobThread.ts', file: 'cli/blobThread.js', format: 'esm' },
  { input: 'electron/engine/search/textThread.ts', file: 'engine/textThread.js', format: 'esm' },
  { input: 'electron/engine/search/textThread.ts', file: 'cli/textThread.js', format: 'esm' },
]

/** Packages that stay outside the bundles: the host itself, and what brings compiled libraries. */
const external = ['electron', 'better-sqlite3', 'sodium-native', /^@node-rs\//]

/** Builds everything into `dist/`, or nothing when `dist/` was built from exactly these sources. */
export async function build(tell: (line: string) => void): Promise<void> {
  const hash = await sourcesHash()
  if ((await readFile(builtFrom, 'utf8').catch(() => '')) === hash) return tell('dist/ is up to date.')
  const startedAt = performance.now()
  await rm(dist, { recursive: true, force: true })
  await buildWithVite({ configFile: join(projectFolder, 'vite.config.ts'), root: join(projectFolder, 'renderer') })
  for (const bundle of bundles) await write(bundle)
  await writeFile(builtFrom, hash)
  tell(`Built dist/ in ${Math.round(performance.now() - startedAt)} ms.`)
}

async function write({ input, file, format }: Bundle): Promise<void> {
  const options: InputOptions = { input: join(projectFolder, input), cwd: projectFolder, platform: 'node', external }
  const bundle = await rolldown({ ...options, checks: { pluginTimings: false } })
  await bundle.write({ file: join(dist, file), codeSplitting: false, ...(format === undefined ? {} : { format }) })
  await bundle.close()
}

if (import.meta.main) await build((line) => console.log(line))
