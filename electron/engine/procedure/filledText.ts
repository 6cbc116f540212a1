import type { Reader } from '../../../db/reader.ts'
import { fillPlaceholders } from '../../../shared/procedure/placeholders.ts'
import { loadEngagement } from '../engagement.ts'
import { placeholderValues } from './placeholderValues.ts'

/**
 * @returns what fills the placeholders of a procedure's text, or of a part of it, as its card shows it; what is read for one
 *   procedure of an engagement is kept for the others
 */
export function filledText(reader: Reader): (procedureId: string, text: string) => string {
  const values = new Map<string, ReturnType<typeof placeholderValues>>()
  return (procedureId, text) => {
    const procedure = text.includes('{') ? reader.get('procedure', procedureId) : undefined
    if (procedure === undefined) return text
    const { engagementId, controlId, sampleId } = procedure
    const valuesFor = values.get(engagementId) ?? placeholderValues(reader, loadEngagement(reader, engagementId))
    values.set(engagementId, valuesFor)
    return fillPlaceholders(text, valuesFor(controlId, sampleId)).filled
  }
}
