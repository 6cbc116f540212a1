import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { documentsFolder } from './files.ts'
import { picturesIn } from './markdown.ts'
import { readPng, writePng } from './png.ts'

/**
 * `npm run pictures`: takes the pictures of the guide from those that the tests of the window took last, and makes them small.
 * A picture that no test took since stays as it is, and is named.
 */
const taken = join(projectFolder, 'test-results', 'screenshots')
mkdirSync(join(documentsFolder, 'pictures'), { recursive: true })
for (const name of picturesIn(readFileSync(join(documentsFolder, 'GUIDE.md'), 'utf8'))) {
  const source = join(taken, `${name}.png`)
  if (existsSync(source))
    writeFileSync(join(documentsFolder, 'pictures', `${name}.png`), writePng(readPng(readFileSync(source))))
  else console.log(`${name}: not taken; run the test of the window that takes it`)
}
