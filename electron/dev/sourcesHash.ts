import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { sourceFolders, sourceSingles } from './isBuilt.ts'
import { projectFolder } from './projectFolder.ts'

/** Everything that a build reads. */
const sources = [`{${sourceFolders.join(',')}}/**/*`, ...sourceSingles]

/** @returns the paths of all sources below the project's folder, in order */
export async function sourceFiles(): Promise<string[]> {
  const files: string[] = []
  for await (const entry of glob(sources, { cwd: projectFolder, withFileTypes: true })) {
    if (entry.isFile()) files.push(relative(projectFolder, join(entry.parentPath, entry.name)))
  }
  return files.toSorted()
}

/** @returns SHA-256 over the names and bytes of all sources, so that a touched but unchanged file does not count as a change */
export async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of await sourceFiles()) {
    const bytes = await readFile(join(projectFolder, file))
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}
