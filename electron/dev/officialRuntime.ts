import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { downloadArtifact } from '@electron/get'
import { projectFolder } from './projectFolder.ts'
import type { ElectronRuntime } from './electronRuntime.ts'

const electronPackage = join(projectFolder, 'node_modules', 'electron')

/** A closed network swallows packets without an answer: when nothing arrives for this long, the download is given up. */
const silenceMilliseconds = 15_000

/** @returns the executable's path inside an unpacked Electron */
export function executableIn(): string {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @returns the runtime that Electron's own installer put into `node_modules/electron`, if it did */
export async function officialRuntime(): Promise<ElectronRuntime | undefined> {
  const executable = join(electronPackage, 'dist', executableIn())
  if (!existsSync(executable) || !existsSync(join(electronPackage, 'path.txt'))) return undefined
  const version = await readFile(join(electronPackage, 'dist', 'version'), 'utf8')
  return { origin: 'official', executable, version: version.trim() }
}

/**
 * Downloads the official runtime, its hash compared with the one in the package, and lets Electron's own installer unpack it.
 * @returns why it could not, in a few words, or `undefined` when it did
 */
export async function downloadOfficialRuntime(tell: (line: string) => void): Promise<string | undefined> {
  const { version } = await jsonOf<{ version: string }>('package.json')
  const silence = new AbortController()
  const noAnswer = () => silence.abort(new Error(`no answer for ${silenceMilliseconds / 1000} seconds`))
  let timer = setTimeout(noAnswer, silenceMilliseconds)
  tell(`Asking for Electron ${version} ...`)
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: await jsonOf<Record<string, string>>('checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: silence.signal,
        getProgressCallback: async () => {
          clearTimeout(timer)
          timer = setTimeout(noAnswer, silenceMilliseconds)
        },
      },
    })
    clearTimeout(timer)
    await promisify(execFile)(process.execPath, [join(electronPackage, 'install.js')])
    return undefined
  } catch (error) {
    return reasonOf(error)
  } finally {
    clearTimeout(timer)
  }
}

async function jsonOf<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(electronPackage, name), 'utf8')) as T
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
