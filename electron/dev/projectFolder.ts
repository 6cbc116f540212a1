import { resolve } from 'node:path'

/** The folder of `package.json`. */
export const projectFolder = resolve(import.meta.dirname, '..', '..')
