import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { sourceFiles } from '../../electron/dev/sourcesHash.ts'

const run = promisify(execFile)

/** A folder elsewhere with the same sources, and the same packages without a copy of their bytes where the disk lets them be shared. */
async function sameSourcesElsewhere(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-again-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const file of await sourceFiles()) await cp(join(projectFolder, file), join(folder, file))
  const packages = [join(projectFolder, 'node_modules'), folder]
  await run('cp', ['--archive', '--link', ...packages]).catch(() => run('cp', ['--archive', ...packages]))
  return folder
}

/** @returns each file below a folder with its SHA-256 */
async function digestsIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const digests = files.map(async (file) => [file.slice(folder.length), hash('sha256', await readFile(file))] as const)
  return Object.fromEntries(await Promise.all(digests))
}

it.runIf(process.platform === 'linux')(
  'what is built from the same sources in another folder at another time is the same, byte for byte, and so are notices and bill of materials',
  async () => {
    const folder = await sameSourcesElsewhere()
    await run(process.execPath, [join('electron', 'dev', 'build.ts')], { cwd: folder })
    const papers = "import('./electron/dev/package.ts').then(({ writeReleasePapers }) => writeReleasePapers())"
    await run(process.execPath, ['--eval', papers], { cwd: folder })
    const digests = await digestsIn(join(folder, 'dist'))
    expect(Object.keys(digests)).toEqual(expect.arrayContaining(['/engine/engine.js', '/release/sbom.cdx.json']))
    expect(digests).toEqual(await digestsIn(join(projectFolder, 'dist')))
  },
)
