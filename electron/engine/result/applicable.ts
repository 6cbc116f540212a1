import { attributeRows } from '../../../db/procedure.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Applicability } from '../../../shared/contract/result.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { applicability, type SizedSample } from '../../../shared/testing/applicability.ts'
import { hasNextItem } from '../sample/further.ts'
import { loadSample } from '../sample/load.ts'

/** @returns how many items each attribute of a procedure applies to, and how many are to be replaced */
export function applicabilityOf(reader: Reader, { id, engagementId, sampleId }: EntityRow<'procedure'>): Applicability {
  const letters = attributeRows(reader, { engagementId, procedureId: id }).map(({ letter }) => letter)
  const cells = reader.list('result', { procedureId: id, outcome: 'not_applicable' })
  return applicability(sampleId === null ? null : sizedSample(reader, sampleId), letters, cells)
}

function sizedSample(reader: Reader, sampleId: string): SizedSample {
  const sample = loadSample(reader, sampleId)
  return {
    sampleId,
    items: reader
      .list('sampleItem', { sampleId }, 'drawOrder')
      .filter(({ replacedBecause }) => replacedBecause === null)
      .map((item) => ({ sampleItemId: item.id, itemId: item.itemId })),
    extensions: sample.extensions.map(({ by, replaces = false }) => ({ by, replaces })),
    hasNextItem: hasNextItem(sample),
  }
}
