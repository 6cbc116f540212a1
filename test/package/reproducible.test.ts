import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { projectFolder } from '../../electron/dev/projectFolder.ts'

const run = promisify(execFile)

/** A folder elsewhere with the same sources, and the same packages without a copy of their bytes where the disk lets them be shared. */
async function sameSourcesElsewhere(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-again-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectFolder,
  })
  for (const file of stdout.split('\0').filter((name) => name !== ''))
    await cp(join(projectFolder, file), join(folder, file))
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
  'what is built and packaged from the same sources in another folder at another time is the same, byte for byte, with its notices and bill of materials',
  { timeout: 300_000 },
  async () => {
    const folder = await sameSourcesElsewhere()
    // A release is dated to its newest commit.
    const env = { ...process.env, GIT_DIR: join(projectFolder, '.git') }
    await run(process.execPath, [join('electron', 'dev', 'package.ts')], { cwd: folder, env })
    for (const [made, named] of [
      ['dist', ['/engine/engine.js', '/release/sbom.cdx.json']],
      ['release', ['/linux-unpacked/resources/app.asar']],
    ] as const) {
      const digests = await digestsIn(join(folder, made))
      expect(Object.keys(digests)).toEqual(expect.arrayContaining([...named]))
      expect(digests).toEqual(await digestsIn(join(projectFolder, made)))
    }
  },
)
