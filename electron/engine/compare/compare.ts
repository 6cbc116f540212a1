import type { ComparedRow as FoundRow } from '../../../shared/compare/compared.ts'
import { comparedChanges, type ComparedChange, type ComparedKind } from '../../../shared/compare/compared.ts'
import { compareEngagements } from '../../../shared/compare/compareEngagements.ts'
import type { ComparedRow } from '../../../shared/contract/compare.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityName } from '../../../shared/model/entities.ts'
import { loadEngagement } from '../engagement.ts'
import type { QueryContext } from '../handler.ts'
import { type HeldPrior, heldPrior } from '../prior/held.ts'
import { originsIn } from '../prior/matching.ts'
import { wordDifference } from '../wordDifference.ts'
import { linkOf } from '../rollForward/priorPeriod.ts'
import { comparedFacts } from './facts.ts'

type Holding = Pick<QueryContext, 'reader' | 'session'>
type Two = { engagementId: string; priorEngagementId: string }
type Selection = Pick<CheckedParamsOf<'engagement.compare'>, 'kinds' | 'changes' | 'query'>

/** @throws DomainError `engagement.not_found`, `rollForward.prior_not_at_hand` */
export function compareTwo(
  { engagementId, priorEngagementId, offset, limit, ...selection }: CheckedParamsOf<'engagement.compare'>,
  holding: Holding,
): ResultOf<'engagement.compare'> {
  const { rows, prior } = comparedRows({ engagementId, priorEngagementId }, holding)
  const selected = selectedRows(rows, selection)
  const shown = selected.slice(offset, offset + limit).map(withWords)
  const of = (change: ComparedChange) =>
    byKind((kind) => shown.filter((row) => row.change === change && row.kind === kind))
  return {
    prior: linkOf(prior.engagement, prior.source),
    counts: byKind((kind) =>
      byChange((change) => rows.filter((row) => row.kind === kind && row.change === change).length),
    ),
    total: selected.length,
    added: of('added'),
    changed: of('changed'),
    removed: of('removed'),
    unchanged: of('unchanged'),
  }
}

/** @returns all rows of a comparison, and the engagement that is compared with */
export function comparedRows(
  { engagementId, priorEngagementId }: Two,
  holding: Holding,
): { rows: FoundRow[]; prior: HeldPrior } {
  const mine = {
    reader: holding.reader,
    source: 'store' as const,
    engagement: loadEngagement(holding.reader, engagementId),
  }
  const prior = heldPrior(holding, priorEngagementId)
  if (prior === null) throw new DomainError('rollForward.prior_not_at_hand')
  const originOf = originsIn(holding, engagementId, priorEngagementId)
  const rows = compareEngagements(comparedFacts(mine), comparedFacts(prior), (kind, id) => {
    const entity = entityOf[kind]
    return entity === undefined ? undefined : originOf(entity, id)
  })
  return { rows, prior }
}

/** Papers that a roll-forward carries with their origin. */
const entityOf: Partial<Record<ComparedKind, EntityName>> = {
  controls: 'control',
  commitments: 'commitment',
  organisations: 'subserviceOrganisation',
  complementary: 'complementaryControl',
  tests: 'procedure',
  requests: 'request',
}

/** @returns the rows of these kinds and changes in which all words occur */
export function selectedRows(rows: readonly FoundRow[], { kinds, changes, query = '' }: Selection): FoundRow[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return rows.filter(
    (row) =>
      (kinds?.includes(row.kind) ?? true) &&
      (changes?.includes(row.change) ?? true) &&
      (words.length === 0 || includesAll(textOf(row), words)),
  )
}

const textOf = ({ ref, title, fields }: FoundRow) =>
  [ref, title, ...fields.flatMap(({ before, after }) => [before ?? '', after ?? ''])].join(' ').toLowerCase()

const includesAll = (text: string, words: readonly string[]) => words.every((word) => text.includes(word))

function withWords({ fields, ...row }: FoundRow): ComparedRow {
  return {
    ...row,
    fields: fields.map(({ field, before, after }) => ({
      field,
      before,
      after,
      pieces: before === null || after === null ? null : wordDifference(before, after),
    })),
  }
}

function byKind<T>(of: (kind: ComparedKind) => T): Record<ComparedKind, T> {
  return {
    controls: of('controls'),
    criteria: of('criteria'),
    commitments: of('commitments'),
    organisations: of('organisations'),
    complementary: of('complementary'),
    tests: of('tests'),
    populations: of('populations'),
    samples: of('samples'),
    deviations: of('deviations'),
    conclusions: of('conclusions'),
    opinion: of('opinion'),
    requests: of('requests'),
  }
}

function byChange<T>(of: (change: ComparedChange) => T): Record<ComparedChange, T> {
  const [added, changed, removed, unchanged] = comparedChanges
  return { [added]: of(added), [changed]: of(changed), [removed]: of(removed), [unchanged]: of(unchanged) }
}
