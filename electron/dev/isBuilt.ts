import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './projectFolder.ts'

const lastBuilt = join('dist', 'built-from.txt')

/** What a build leaves last in `dist`: the hash of the sources that it was built from. */
export const builtFrom = join(projectFolder, lastBuilt)

/** What a build reads, in folders and files of the project. */
export const sourceFolders = ['electron', 'renderer', 'shared', 'db', 'resources'] as const
export const sourceSingles = ['package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'] as const

/**
 * Whether `dist/` is younger than every source, and than every folder of theirs, which is younger where a file was taken away.
 * Quicker than their hash, and only ever wrong by not trusting a build.
 */
export function isBuilt(project = projectFolder): boolean {
  const built = statSync(join(project, lastBuilt), { throwIfNoEntry: false })
  if (built === undefined) return false
  const isOlder = (path: string) => statSync(path).mtimeMs < built.mtimeMs
  const areOlder = (folder: string): boolean =>
    isOlder(folder) &&
    readdirSync(folder, { withFileTypes: true }).every((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? areOlder(path) : isOlder(path)
    })
  const inProject = (name: string) => join(project, name)
  return sourceSingles.map(inProject).every(isOlder) && sourceFolders.map(inProject).every(areOlder)
}
