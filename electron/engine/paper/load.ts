import { contentSha256, paperContent } from '../../../db/paper/content.ts'
import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { PaperContent } from '../../../shared/paper/paperContent.ts'
import type { Paper } from '../../../shared/paper/paperForms.ts'

/** A paper as it stands: whose it is, what it says, and the SHA-256 of that. */
export type LoadedPaper = { engagementId: string; content: PaperContent; sha256: string }

/** @throws DomainError `paper.not_found` */
export function loadPaper(reader: Reader, paper: Paper): LoadedPaper {
  const content = paperContent(reader, paper)
  if (content === undefined) throw new DomainError('paper.not_found', { ...paper })
  return { engagementId: engagementOfPaper(reader, paper), content, sha256: contentSha256(content) }
}

/** @throws DomainError `paper.not_found` */
export function engagementOfPaper(reader: Reader, { entity, id }: Paper): string {
  const row = reader.get(entity, id)
  if (row === undefined) throw new DomainError('paper.not_found', { entity, id })
  return row.engagementId
}
