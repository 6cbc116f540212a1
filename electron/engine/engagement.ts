import { engagementCounts, journalEnd } from '../../db/engagement.ts'
import type { Reader } from '../../db/reader.ts'
import { mappedControls } from '../../db/criterion.ts'
import type { Engagement, engagementContract } from '../../shared/contract/engagement.ts'
import { checkScope, type Scope } from '../../shared/engagement/scope.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create, update } from '../../shared/journal/change.ts'
import type { EntityRow } from '../../shared/model/entities.ts'
import type { OurScope } from '../../shared/subservice/coverage.ts'
import { applicableCriteria } from './criterion/applicable.ts'
import { createSample } from './demo/sampleEngagement.ts'
import type { Handlers } from './handler.ts'

export const engagement: Handlers<typeof engagementContract> = {
  'engagement.create': (params, { newId, now }) => {
    const scope = checkScope(params)
    const engagementId = newId()
    return {
      engagementId,
      changes: create('engagement', engagementId, { ...fieldsOf(scope), createdAt: now.at }),
      answer: () => ({ engagementId }),
    }
  },

  'engagement.createSample': createSample,

  'engagement.update': ({ engagementId, ...params }, { reader }) => {
    const before = loadEngagement(reader, engagementId)
    const scope = checkScope(params)
    if (scope.reportType !== before.reportType) throw new DomainError('engagement.type_is_fixed')
    return {
      engagementId,
      changes: update('engagement', engagementId, changedFields(before, fieldsOf(scope))),
      answer: () => ({}),
    }
  },

  'engagement.list': (_params, { reader }) => ({
    engagements: reader.list('engagement', {}, 'createdAt').map((row) => describeEngagement(reader, row)),
  }),

  'engagement.get': ({ engagementId }, { reader }) => describeEngagement(reader, loadEngagement(reader, engagementId)),
}

/** @throws DomainError `engagement.not_found` */
export function loadEngagement(reader: Reader, engagementId: string): EntityRow<'engagement'> {
  const found = reader.get('engagement', engagementId)
  if (found === undefined) throw new DomainError('engagement.not_found', { engagementId })
  return found
}

/** @returns the days that the report is about */
export function scopeDays({ asOf, periodStart, periodEnd }: EntityRow<'engagement'>): OurScope {
  return asOf === null ? { start: periodStart ?? '', end: periodEnd ?? '' } : { asOf }
}

function fieldsOf({ client, system, reportType, period, asOf, categories }: Scope) {
  return {
    client,
    system: system ?? null,
    reportType,
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    asOf: asOf ?? null,
    categories,
  }
}

/** Only what differs is journaled, so that a form saved twice is one entry. */
function changedFields<T extends Record<string, unknown>>(before: Record<string, unknown>, after: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(before[field]) !== JSON.stringify(value)),
  ) as Partial<T>
}

/** @returns an engagement with how far it is */
export function describeEngagement(reader: Reader, row: EntityRow<'engagement'>): Engagement {
  const covered = new Set(mappedControls(reader, row.id).map(({ criterionId }) => criterionId))
  const criteria = applicableCriteria(reader, row)
  const end = journalEnd(reader, row.id)
  return {
    engagementId: row.id,
    client: row.client,
    system: row.system,
    reportType: row.reportType,
    period: row.periodStart === null || row.periodEnd === null ? null : { start: row.periodStart, end: row.periodEnd },
    asOf: row.asOf,
    categories: row.categories as Engagement['categories'],
    createdAt: row.createdAt,
    changedAt: end?.changedAt ?? row.createdAt,
    entries: end?.entries ?? 0,
    progress: {
      ...engagementCounts(reader, row.id),
      criteria: criteria.length,
      criteriaWithoutControl: criteria.filter(({ criterionId }) => !covered.has(criterionId)).length,
    },
  }
}
