import { contentOf, contentText, type PaperContent } from '../../shared/paper/paperContent.ts'
import type { Paper } from '../../shared/paper/paperForms.ts'
import type { Reader } from '../reader.ts'
import { sha256Hex } from '../store.ts'
import { rootOf, rowsOfParts } from './partRows.ts'

/** @returns what a paper says now, or `undefined` where there is no such paper or it is hidden */
export function paperContent(reader: Reader, paper: Paper): PaperContent | undefined {
  const root = rootOf(reader, paper)
  return root === undefined ? undefined : contentOf(paper, rowsOfParts(reader, paper, root))
}

/** @returns the SHA-256 of a content's canonical JSON, in lower-case hex */
export function contentSha256(content: PaperContent): string {
  return sha256Hex(contentText(content))
}
