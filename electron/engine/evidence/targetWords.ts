import type { Reader } from '../../../db/reader.ts'
import type { EvidenceTarget } from '../../../shared/contract/evidence.ts'
import { letterNames } from '../../../shared/letter/letterNames.ts'
import { narrativeWords } from '../../../shared/narrative/kindNames.ts'
import { cellIds } from '../../../shared/record/cellId.ts'

/**
 * @returns what names a paper in a list, such as `CHG-01, item CHG-00033, attribute A`; each paper is looked up once. A paper
 *   that was hidden since says so
 */
export function targetWords(reader: Reader): (target: EvidenceTarget) => string {
  const known = new Map<string, string>()
  return (target) => {
    const key = `${target.entity}:${target.id}`
    const words = known.get(key) ?? wordsOf(reader, target)
    known.set(key, words)
    return words
  }
}

const removed = 'a paper that was removed'

function wordsOf(reader: Reader, { entity, id }: EvidenceTarget): string {
  const controlRef = (controlId: string | undefined) =>
    (controlId === undefined ? undefined : reader.get('control', controlId))?.ref ?? removed
  switch (entity) {
    case 'engagement':
      return 'the engagement'
    case 'control':
      return controlRef(id)
    case 'population':
      return `population ${reader.get('population', id)?.name ?? removed}`
    case 'procedure':
      return `procedure of ${controlRef(reader.get('procedure', id)?.controlId)}`
    case 'walkthrough':
      return `walkthrough of ${controlRef(reader.get('walkthrough', id)?.controlId)}`
    case 'deviation':
      return reader.get('deviation', id)?.ref ?? removed
    case 'request':
      return reader.get('request', id)?.ref ?? removed
    case 'addendum': {
      const addendum = reader.get('addendum', id)
      return addendum === undefined ? removed : `addendum of ${addendum.at.slice(0, 10)}`
    }
    case 'letter':
      return letterWords(reader, id)
    case 'narrative': {
      const narrative = reader.get('narrative', id)
      return narrative === undefined ? removed : narrativeWords(narrative)
    }
    case 'subserviceReport':
      return reportWords(reader, id)
    case 'descriptionCriterion':
      return id.slice(id.lastIndexOf(':') + 1)
    case 'sampleItem':
      return itemWords(reader, id)
    case 'result': {
      const { procedureId, sampleItemId, letter } = cellIds(id)
      const ref = controlRef(reader.get('procedure', procedureId)?.controlId)
      return `${ref}, ${itemWords(reader, sampleItemId)}, attribute ${letter}`
    }
  }
}

const itemWords = (reader: Reader, id: string) => `item ${reader.get('sampleItem', id)?.itemId ?? removed}`

function reportWords(reader: Reader, id: string): string {
  const report = reader.get('subserviceReport', id)
  const organisation = report && reader.get('subserviceOrganisation', report.organisationId)
  return report === undefined ? removed : `${organisation?.name ?? removed}, ${report.title}`
}

function letterWords(reader: Reader, id: string): string {
  const letter = reader.get('letter', id)
  return letter === undefined ? removed : letterNames[letter.kind]
}
