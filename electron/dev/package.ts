import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { billOfMaterials } from './billOfMaterials.ts'
import { build, bundledPackages, compiledPackages } from './build.ts'
import { writeDebianPackage } from './debianPackage.ts'
import type { ElectronRuntime } from './electronRuntime.ts'
import { noticesOf } from './notices.ts'
import { projectFolder } from './projectFolder.ts'
import { resolveRuntime } from './runtime.ts'
import { shippedPackages } from './shippedPackages.ts'

const run = promisify(execFile)

/** What goes with a release beside the program: `NOTICES.txt` and `sbom.cdx.json`. */
export const releasePapers = join(projectFolder, 'dist', 'release')

/** What is made of a release without a network: the unpacked application, and on Debian a package. */
export type Packaged = { folder: string; origin: ElectronRuntime['origin']; debianPackage?: string }

/** Writes the notices and the bill of materials of what was built last. */
export async function writeReleasePapers(): Promise<void> {
  const bundled = JSON.parse(await readFile(bundledPackages, 'utf8')) as string[]
  const packages = await shippedPackages([...bundled, 'node_modules/electron'], compiledPackages)
  await mkdir(releasePapers, { recursive: true })
  await writeFile(join(releasePapers, 'NOTICES.txt'), await noticesOf(packages))
  await writeFile(join(releasePapers, 'sbom.cdx.json'), await billOfMaterials(packages))
}

/** Builds and packages the application for this computer's system, from what is on it already. */
export async function packageHere(tell: (line: string) => void): Promise<Packaged> {
  await build(tell)
  await writeReleasePapers()
  const { origin, distPath, version } = await resolveRuntime(tell)
  if (origin === 'carried') tell(`Packaged with Electron ${version} of this machine's tests: for tests, not a release.`)
  const runtime = distPath === undefined ? [] : [`-c.electronDist=${distPath}`, `-c.electronVersion=${version}`]
  const tool = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js')
  await run(process.execPath, [tool, '--dir', '--publish', 'never', ...runtime], { cwd: projectFolder })
  const folder = await unpackedFolder()
  // The application that a runtime of tests shows by itself.
  await rm(join(folder, 'resources', 'app'), { recursive: true, force: true })
  tell(`The application is in ${folder}`)
  if (process.platform !== 'linux') return { folder, origin }
  const about = await aboutRelease()
  const debianPackage = join(projectFolder, 'release', `tickmark_${about.version}.deb`)
  await writeDebianPackage(folder, debianPackage, about)
  tell(`The package is ${debianPackage}`)
  return { folder, origin, debianPackage }
}

async function unpackedFolder(): Promise<string> {
  const release = join(projectFolder, 'release')
  const name = (await readdir(release)).find((each) => each.endsWith('-unpacked') || each === 'mac')
  if (name === undefined) throw new Error(`electron-builder left no application in ${release}.`)
  return join(release, name)
}

/** A release is dated to its newest commit, so that it can be made again. */
async function aboutRelease() {
  const { version, description, author } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as {
    version: string
    description: string
    author: string
  }
  const { stdout } = await run('git', ['log', '-1', '--format=%ct'], { cwd: projectFolder })
  return { version, description, author, date: Number(stdout) }
}

if (import.meta.main) await packageHere((line) => console.log(line))
