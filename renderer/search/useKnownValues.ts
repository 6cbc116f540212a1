import type { KnownValues } from '../../shared/search/completeSearch.ts'
import { useEngineQuery } from '../engine/hooks.ts'

const fileEndings = ['csv', 'docx', 'eml', 'jpg', 'json', 'pdf', 'png', 'txt', 'xlsx', 'zip']

/** @returns what filters can be completed with in an engagement: references, criteria, and who works on it */
export function useKnownValues(engagementId: string | undefined): KnownValues {
  const of = { engagementId: engagementId ?? '' }
  const enabled = { enabled: engagementId !== undefined }
  const controls = useEngineQuery('control.list', { ...of, limit: 1000 }, enabled)
  const criteria = useEngineQuery('criterion.catalogue', {})
  const people = useEngineQuery('assignment.list', of, enabled)
  const criterionIds = (criteria.data?.criteria ?? []).map(({ criterionId }) => criterionId)
  return {
    control: [...(controls.data?.controls ?? []).map(({ ref }) => ref), ...criterionIds],
    criterion: criterionIds,
    by: (people.data?.people ?? []).flatMap(({ initials, name }) => [initials, name]),
    type: fileEndings,
  }
}
