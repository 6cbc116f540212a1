import { readFileSync, writeFileSync } from 'node:fs'
import { documentFiles } from './files.ts'
import { madeParts, withPart } from './markdown.ts'
import { madeTexts } from './parts.ts'

/** `npm run documents`: writes the parts of the documents that follow from the program. */
const texts = await madeTexts()
for (const file of documentFiles()) {
  const before = readFileSync(file, 'utf8')
  const after = madeParts(before).reduce((text, name) => withPart(text, name, texts.get(name) ?? ''), before)
  if (after !== before) writeFileSync(file, after)
}
