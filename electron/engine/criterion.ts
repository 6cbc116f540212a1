import { mappedControls } from '../../db/criterion.ts'
import type { criterionContract } from '../../shared/contract/criterion.ts'
import { criteriaInScope, tscCriteria, tscNotice } from './catalogue.ts'
import { setAsideCriteria } from './criterion/applicable.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { wordingOf } from './wording/wordingOf.ts'

export const criterion: Handlers<typeof criterionContract> = {
  'criterion.catalogue': () => ({ criteria: tscCriteria.map(({ criterionId, title }) => ({ criterionId, title })) }),

  'criterion.list': ({ engagementId }, { reader }) => {
    const { categories } = loadEngagement(reader, engagementId)
    const controls = Map.groupBy(mappedControls(reader, engagementId), ({ criterionId }) => criterionId)
    const wording = wordingOf(reader, 'tsc-2017')
    const setAside = setAsideCriteria(reader, engagementId)
    return {
      notice: tscNotice,
      criteria: criteriaInScope(categories).map(({ tests: _tests, ...entry }) => ({
        ...entry,
        wording: wording(entry.criterionId),
        setAside: setAside.get(entry.criterionId) ?? null,
        controls: (controls.get(entry.criterionId) ?? []).map(({ controlId, ref, title }) => ({
          controlId,
          ref,
          title,
        })),
      })),
    }
  },
}
