import { priorHashes } from '../../../db/prior/reuse.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Evidence, EvidenceFlag, EvidenceTarget } from '../../../shared/contract/evidence.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { cellIds } from '../../../shared/record/cellId.ts'
import { loadEngagement } from '../engagement.ts'
import { teamMemberId } from '../teamMember.ts'
import { targetWords } from './targetWords.ts'

/** @returns the evidence of an engagement, oldest import first and what came together by its name, with what is worth a question */
export function listEvidence(reader: Reader, engagementId: string): Evidence[] {
  const engagement = loadEngagement(reader, engagementId)
  const names = new Map(reader.list('teamMember', { engagementId }).map((member) => [member.id, member.name]))
  const links = Map.groupBy(reader.list('evidenceLink', { engagementId }), (link) => link.evidenceId)
  const rows = reader.list('evidence', { engagementId }, 'importedAt').toSorted(compareImports)
  const items = itemsByFile(rows, links)
  const before = priorHashes(reader, engagementId)
  const words = targetWords(reader)
  return rows.map((row) => {
    const targets = (links.get(row.id) ?? []).map(toTarget)
    return {
      evidenceId: row.id,
      engagementId,
      name: row.name,
      sha256: row.sha256,
      size: row.size,
      mediaType: row.mediaType,
      effectiveOn: row.effectiveOn,
      capturedOn: row.capturedOn,
      receivedOn: row.receivedOn,
      importedAt: row.importedAt,
      importedBy: names.get(teamMemberId(engagementId, row.importedBy)) ?? row.importedBy,
      receivedFrom: row.receivedFrom,
      origin: row.origin,
      note: row.note,
      redactedFrom: row.redactedFrom,
      targets: targets.map((target) => ({ ...target, words: words(target) })),
      flags: flagsOf(row, {
        engagement,
        targets,
        items: items.get(row.sha256)?.size ?? 0,
        wasUsedBefore: before.has(row.sha256),
      }),
    }
  })
}

/** Files that came together are of one instant; ticket 9 comes before ticket 10. */
const byName = new Intl.Collator('en', { numeric: true })

function compareImports(a: EntityRow<'evidence'>, b: EntityRow<'evidence'>): number {
  if (a.importedAt !== b.importedAt) return a.importedAt < b.importedAt ? -1 : 1
  return byName.compare(a.name, b.name)
}

type Link = { targetEntity: string; targetId: string }

const toTarget = ({ targetEntity, targetId }: Link): EvidenceTarget => ({
  entity: targetEntity as EvidenceTarget['entity'],
  id: targetId,
})

/** @returns which sample items the bytes of each file support */
function itemsByFile(
  rows: readonly EntityRow<'evidence'>[],
  links: ReadonlyMap<string, readonly Link[]>,
): Map<string, Set<string>> {
  const items = new Map<string, Set<string>>()
  for (const { id, sha256 } of rows) {
    const its = items.get(sha256) ?? new Set<string>()
    for (const { targetEntity, targetId } of links.get(id) ?? []) {
      if (targetEntity === 'sampleItem') its.add(targetId)
      if (targetEntity === 'result') its.add(cellIds(targetId).sampleItemId)
    }
    items.set(sha256, its)
  }
  return items
}

type FlagFacts = {
  engagement: EntityRow<'engagement'>
  targets: readonly EvidenceTarget[]
  items: number
  wasUsedBefore: boolean
}

function flagsOf(
  { size, effectiveOn }: EntityRow<'evidence'>,
  { engagement, targets, items, wasUsedBefore }: FlagFacts,
): EvidenceFlag[] {
  const isOfItem = targets.some(({ entity }) => entity === 'sampleItem' || entity === 'result')
  return [
    ...(isOfItem && items > 1 ? (['same_file_for_other_items'] as const) : []),
    ...(wasUsedBefore ? (['same_as_prior_period'] as const) : []),
    ...(isOutside(effectiveOn, engagement) ? (['outside_period'] as const) : []),
    ...(size === 0 ? (['empty'] as const) : []),
    ...(targets.length === 0 ? (['not_linked'] as const) : []),
  ]
}

/** Of a Type 1 engagement, what happened after its date proves nothing about it. */
function isOutside(day: string | null, { periodStart, periodEnd, asOf }: EntityRow<'engagement'>): boolean {
  if (day === null) return false
  if (asOf !== null) return day > asOf
  return (periodStart !== null && day < periodStart) || (periodEnd !== null && day > periodEnd)
}
