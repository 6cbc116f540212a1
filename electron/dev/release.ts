import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.ts'
import { writeReleasePapers } from './package.ts'
import { projectFolder } from './projectFolder.ts'

/**
 * Makes everything that electron-builder.yml names for this computer's system, with Electron's official runtime. It needs
 * a network, since electron-builder fetches the tools of each form; `npm run package` needs none.
 */
await build((line) => console.log(line))
await writeReleasePapers()
const tool = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js')
const words = [tool, '--publish', 'never', ...process.argv.slice(2)]
spawn(process.execPath, words, { cwd: projectFolder, stdio: 'inherit' }).once('exit', (code) => {
  process.exitCode = code ?? 1
})
