import { lastComplementaryNumber } from '../../../db/complementary.ts'
import { lastDeviationNumber } from '../../../db/deviation.ts'
import type { Reader } from '../../../db/reader.ts'
import { lastRequestNumber } from '../../../db/request.ts'
import type { ReferencedEntity } from '../../../db/settlement.ts'

/** @returns the next free number of a kind of paper; `null` for controls, whose references are the client's */
export function nextRefOf(reader: Reader, engagementId: string, entity: ReferencedEntity, id: string): string | null {
  switch (entity) {
    case 'control':
      return null
    case 'deviation':
      return `DEV-${lastDeviationNumber(reader, engagementId) + 1}`
    case 'request':
      return `REQ-${lastRequestNumber(reader, engagementId) + 1}`
    case 'complementaryControl': {
      const kind = reader.get('complementaryControl', id)?.kind ?? 'cuec'
      return `${kind.toUpperCase()}-${lastComplementaryNumber(reader, engagementId, kind) + 1}`
    }
  }
}
