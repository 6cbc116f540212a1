import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { projectFolder } from './projectFolder.ts'

/** A package of which a release holds something; `folder` is its place as the lock file names it. */
export type ShippedPackage = { name: string; version: string; license: string; folder: string }

const modulesFolder = 'node_modules/'

type Locked = { version: string; license?: string; dependencies?: Record<string, string> }

/** @returns the folders, as the lock file names them, of the packages that these modules of a bundle come from */
export function packageFolders(modules: readonly string[]): string[] {
  return [...new Set(modules.flatMap((module) => packageFolder(module) ?? []))].toSorted()
}

function packageFolder(module: string): string | undefined {
  // A bundler marks modules of its own making with a zero, and adds a question to others.
  const path = relative(projectFolder, module.replace(/^\0/, '').replace(/\?.*$/, '')).replaceAll('\\', '/')
  const start = path.lastIndexOf(modulesFolder)
  if (start === -1) return undefined
  const [first = '', second = ''] = path.slice(start + modulesFolder.length).split('/')
  return `${path.slice(0, start)}${modulesFolder}${first.startsWith('@') ? `${first}/${second}` : first}`
}

/**
 * @param bundled folders of packages whose code the build bundled
 * @param beside names of packages that stay outside the bundles, with all that they depend on
 * @returns all of them, in the order of their folders, as the lock file knows them
 * @throws Error when the lock file does not know one: then what is installed is not what is locked
 */
export async function shippedPackages(
  bundled: readonly string[],
  beside: readonly string[],
): Promise<ShippedPackage[]> {
  const { packages } = JSON.parse(await readFile(join(projectFolder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const folders = new Set(bundled)
  const add = (folder: string) => {
    if (folders.has(folder)) return
    folders.add(folder)
    for (const name of Object.keys(packages[folder]?.dependencies ?? {})) {
      const place = placeOf(name, folder, packages)
      if (place !== undefined) add(place)
    }
  }
  for (const name of beside) add(`${modulesFolder}${name}`)
  return [...folders].toSorted().map((folder) => {
    const locked = packages[folder]
    if (locked === undefined) throw new Error(`The lock file does not know ${folder}.`)
    const name = folder.slice(folder.lastIndexOf(modulesFolder) + modulesFolder.length)
    return { name, version: locked.version, license: locked.license ?? 'see its text', folder }
  })
}

/** Where Node finds a dependency: in the package's own folder, or in one of those around it. */
function placeOf(name: string, from: string, packages: Record<string, Locked>): string | undefined {
  for (let folder = from; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder}/node_modules/${name}`
    if (place in packages) return place
  }
  const outermost = `node_modules/${name}`
  return outermost in packages ? outermost : undefined
}
