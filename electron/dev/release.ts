import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { build } from './build.ts'
import { writeReleasePapers } from './package.ts'
import { projectFolder } from './projectFolder.ts'
import { signRelease } from './signRelease.ts'

/**
 * Makes everything that electron-builder.yml names for this computer's system, with Electron's official runtime. It needs
 * a network, since electron-builder fetches the tools of each form; `npm run package` needs none. With the path of the publisher's
 * key in `TICKMARK_RELEASE_KEY`, each installer gets its signed statement, which the program checks before an update.
 */
const tell = (line: string) => console.log(line)
await build(tell)
await writeReleasePapers()
const tool = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js')
const words = [tool, '--publish', 'never', ...process.argv.slice(2)]
const [code] = await once(spawn(process.execPath, words, { cwd: projectFolder, stdio: 'inherit' }), 'exit')
process.exitCode = typeof code === 'number' ? code : 1
if (process.exitCode === 0) await sign()

async function sign(): Promise<void> {
  const key = process.env['TICKMARK_RELEASE_KEY']
  if (key === undefined) return tell('TICKMARK_RELEASE_KEY is not set: the installers are not signed.')
  const folder = join(projectFolder, 'release')
  for (const name of await readdir(folder)) {
    if (/\.(?:exe|dmg|AppImage|deb)$/.test(name)) tell(await signRelease(join(folder, name), manifest.version, key))
  }
}
