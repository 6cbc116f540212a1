import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from './projectFolder.ts'

/** Everything that a build reads. */
const sources = [
  '{electron,renderer,shared,db,resources}/**/*',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
]

/** @returns SHA-256 over the names and bytes of all sources, so that a touched but unchanged file does not count as a change */
export async function sourcesHash(): Promise<string> {
  const files: string[] = []
  for await (const entry of glob(sources, { cwd: projectFolder, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  }
  const hash = createHash('sha256')
  for (const file of files.toSorted()) {
    const bytes = await readFile(file)
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}
