import { type NoteRow, responsesOf } from '../../../db/review/notes.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ReviewNote } from '../../../shared/contract/note.ts'
import { isPaperKind, type Paper } from '../../../shared/paper/paperForms.ts'
import { rowWords } from '../paper/rowWords.ts'
import { paperWords } from '../paper/words.ts'

/** @returns a function that describes notes; each paper is looked up once */
export function describeNotes(reader: Reader): (note: NoteRow) => ReviewNote {
  const words = paperWords(reader)
  const places = rowWords(reader)
  return ({ paperEntity, paperId, targetEntity, targetId, ...note }) => {
    if (!isPaperKind(paperEntity)) throw new TypeError('A note is on a paper')
    const paper: Paper = { entity: paperEntity, id: paperId }
    const target = { entity: targetEntity, id: targetId }
    const place = places(paper, target)
    return {
      ...note,
      paper,
      words: words(paper),
      target,
      place: place === '' ? null : place,
      responses: responsesOf(reader, note.noteId).map(({ noteId: _noteId, ...response }) => response),
    }
  }
}
