import type { Reader } from '../reader.ts'

/** The wording of a control from a day on. */
export type Wording = {
  controlVersionId: string
  effectiveOn: string
  description: string
  frequency: string
  type: string
}

/** @returns the wordings of a control, oldest first */
export function wordingsOf(reader: Reader, controlId: string): Wording[] {
  return reader.all<Wording>(
    `SELECT id AS controlVersionId, effective_on AS effectiveOn, description, frequency, type FROM control_version
     WHERE control_id = @controlId AND deleted = 0 ORDER BY effective_on, rowid`,
    { controlId },
  )
}
