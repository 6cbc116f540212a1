import type { Reader } from '../../../db/reader.ts'
import type { Paper } from '../../../shared/paper/paperForms.ts'
import { cellIds } from '../../../shared/record/cellId.ts'
import { fieldWords } from '../../../shared/record/fieldWords.ts'

/** @returns what names a row within its paper, such as `item CHG-00033, attribute A`; empty for the paper's own row */
export function rowWords(reader: Reader): (paper: Paper, row: { entity: string; id: string }) => string {
  const item = (id: string) => `item ${reader.get('sampleItem', id)?.itemId ?? id}`
  return (paper, { entity, id }) => {
    if (entity === paper.entity && id === paper.id) return ''
    switch (entity) {
      case 'result': {
        const { sampleItemId, letter } = cellIds(id)
        return `${item(sampleItemId)}, attribute ${letter}`
      }
      case 'sampleItem':
        return item(id)
      case 'resultTickmark': {
        const cell = cellIds(id.slice(0, id.lastIndexOf(':')))
        const symbol = reader.get('tickmark', id.slice(id.lastIndexOf(':') + 1))?.symbol ?? 'a tickmark'
        return `${item(cell.sampleItemId)}, attribute ${cell.letter}, ${symbol}`
      }
      case 'attribute':
        return `attribute ${reader.get('attribute', id)?.letter ?? id}`
      case 'controlVersion':
        return `version from ${reader.get('controlVersion', id)?.effectiveOn ?? id}`
      case 'controlCriterion':
        return `criterion ${reader.get('controlCriterion', id)?.criterionId ?? id}`
      case 'evidenceLink': {
        const link = reader.one<{ name: string }>(
          `SELECT evidence.name AS name FROM evidence_link JOIN evidence ON evidence.id = evidence_link.evidence_id
           WHERE evidence_link.id = @id`,
          { id },
        )
        return `file ${link?.name ?? id}`
      }
      case 'subserviceReport':
        return reader.get('subserviceReport', id)?.title ?? id
      case 'complementaryControl':
        return reader.get('complementaryControl', id)?.ref ?? id
      default:
        return fieldWords(entity)
    }
  }
}
