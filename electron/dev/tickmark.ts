import { join } from 'node:path'
import { isBuilt } from './isBuilt.ts'
import { projectFolder } from './projectFolder.ts'

/**
 * `npm run tickmark`: the headless host as it was built, where nothing was changed since, else from its sources. Built, it starts
 * in a fraction of the time, and takes the place of this process, so that what translated this file takes no memory beside it.
 */
const built = join(projectFolder, 'dist', 'cli', 'tickmark.js')
if (isBuilt() && process.platform !== 'win32') {
  process.execve?.(
    process.execPath,
    [process.execPath, ...process.execArgv, built, ...process.argv.slice(2)],
    process.env,
  )
}
await import('../cli/tickmark.ts')
