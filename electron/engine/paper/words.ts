import type { Reader } from '../../../db/reader.ts'
import type { Paper } from '../../../shared/paper/paperForms.ts'
import { targetWords } from '../evidence/targetWords.ts'

const aspects = { design: 'design', operation: 'operating effectiveness' } as const
const parts = { description: 'description', design: 'design', operation: 'operating effectiveness' } as const

/** @returns what names a paper in a list, such as `sample of CHG-01 from Change tickets`; each is looked up once */
export function paperWords(reader: Reader): (paper: Paper) => string {
  const ofTarget = targetWords(reader)
  const known = new Map<string, string>()
  const words = ({ entity, id }: Paper): string => {
    switch (entity) {
      case 'sample': {
        const sample = reader.get('sample', id)
        const control = ofTarget({ entity: 'control', id: sample?.controlId ?? '' })
        return `sample of ${control} from ${ofTarget({ entity: 'population', id: sample?.populationId ?? '' })}`
      }
      case 'conclusion': {
        const row = reader.get('conclusion', id)
        if (row === undefined) return removed
        const target = row.targetEntity === 'control' ? ofTarget({ entity: 'control', id: row.targetId }) : row.targetId
        return `conclusion on ${aspects[row.aspect]} of ${target}`
      }
      case 'opinion': {
        const row = reader.get('opinion', id)
        return row === undefined ? removed : `opinion on ${parts[row.part]}`
      }
      case 'subserviceOrganisation':
        return reader.get('subserviceOrganisation', id)?.name ?? removed
      case 'evidence':
        return reader.get('evidence', id)?.name ?? removed
      case 'engagement':
      case 'control':
      case 'population':
      case 'procedure':
      case 'walkthrough':
      case 'deviation':
      case 'request':
      case 'letter':
      case 'narrative':
        return ofTarget({ entity, id })
    }
  }
  return (paper) => {
    const key = `${paper.entity}:${paper.id}`
    const found = known.get(key) ?? words(paper)
    known.set(key, found)
    return found
  }
}

const removed = 'a paper that was removed'
