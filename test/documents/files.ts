import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../electron/dev/projectFolder.ts'

/** The folder of the documents. */
export const documentsFolder = join(projectFolder, 'docs')

/** @returns every document of the project that people read: README, CONTRIBUTING and those of `docs` */
export function documentFiles(): string[] {
  const ofFolder = readdirSync(documentsFolder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(documentsFolder, name))
  return [...['README.md', 'CONTRIBUTING.md'].map((name) => join(projectFolder, name)), ...ofFolder]
}
