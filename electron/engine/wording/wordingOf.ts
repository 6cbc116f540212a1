import type { Reader } from '../../../db/reader.ts'
import type { Framework } from '../../../shared/contract/wording.ts'

/** @returns the firm's own wording of each requirement of a framework, or `null` where there is none */
export function wordingOf(reader: Reader, framework: Framework): (requirementId: string) => string | null {
  const texts = new Map(reader.list('firmWording', { framework }).map((row) => [row.requirementId, row.text]))
  return (requirementId) => texts.get(requirementId) ?? null
}
