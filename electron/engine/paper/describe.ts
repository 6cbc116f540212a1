import { fieldTimes } from '../../../db/paper/fieldTimes.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { formOf, type Paper } from '../../../shared/paper/paperForms.ts'
import { loadPaper } from './load.ts'
import { rowWords } from './rowWords.ts'
import { paperWords } from './words.ts'

/** @returns a paper with its rows and when each field last changed @throws DomainError `paper.not_found` */
export function describePaper(reader: Reader, paper: Paper): ResultOf<'paper.get'> {
  const { engagementId, content, sha256 } = loadPaper(reader, paper)
  const times = fieldTimes(reader, engagementId, paper)
  const changes = new Map(
    times.map(({ entity, id, field, at, actor, command }) => [`${entity}\n${id}\n${field}`, { at, actor, command }]),
  )
  const [latest] = times
  const words = rowWords(reader)
  const rowKinds = [...new Set(formOf(paper.entity).map(({ entity }) => entity))]
  return {
    engagementId,
    target: paper,
    words: paperWords(reader)(paper),
    contentSha256: sha256,
    rows: rowKinds.flatMap((entity) =>
      Object.entries(content.rows[entity] ?? {}).map(([id, fields]) => ({
        entity,
        id,
        words: words(paper, { entity, id }),
        fields: Object.entries(fields).map(([field, value]) => ({
          field,
          value,
          changed: changes.get(`${entity}\n${id}\n${field}`) ?? null,
        })),
      })),
    ),
    changedAt: latest?.at ?? null,
    changedBy: latest?.actor ?? null,
  }
}
