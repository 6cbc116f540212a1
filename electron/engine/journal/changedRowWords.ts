import { papersOfRow } from '../../../db/paper/papersOfRow.ts'
import type { Reader } from '../../../db/reader.ts'
import { isEntityName } from '../../../shared/model/entities.ts'
import { isPaperKind } from '../../../shared/paper/paperForms.ts'
import { fieldWords } from '../../../shared/record/fieldWords.ts'
import { rowWords } from '../paper/rowWords.ts'
import { paperWords } from '../paper/words.ts'

/**
 * @returns what names a row that an entry changed, such as `procedure of CHG-01, item CHG-00033, attribute A`; of a row that is
 * of no paper, or gone, what kind of row it is
 */
export function changedRowWords(reader: Reader): (entity: string, id: string) => string {
  const ofPaper = paperWords(reader)
  const ofRow = rowWords(reader)
  const known = new Map<string, string>()
  const wordsOf = (entity: string, id: string): string => {
    if (isPaperKind(entity)) return ofPaper({ entity, id })
    const row = isEntityName(entity) ? reader.get(entity, id) : undefined
    const [paper] = row === undefined || !isEntityName(entity) ? [] : papersOfRow(reader, entity, row)
    return paper === undefined ? fieldWords(entity) : `${ofPaper(paper)}, ${ofRow(paper, { entity, id })}`
  }
  return (entity, id) => {
    const key = `${entity}\n${id}`
    const words = known.get(key) ?? wordsOf(entity, id)
    known.set(key, words)
    return words
  }
}
