import { z } from 'zod'
import { query } from './define.ts'
import { Category } from './engagement.ts'
import { Id } from './values.ts'

export const Criterion = z.object({
  criterionId: z.string(),
  series: z.string(),
  seriesName: z.string(),
  /** `null` for the common criteria, which belong to every category. */
  category: Category.nullable(),
  title: z.string(),
  summary: z.string(),
  evidenceHints: z.array(z.string()),
  typicalTests: z.array(z.string()),
  iso2013: z.array(z.string()),
  iso2022: z.array(z.string()),
  /** The firm's own wording, where it was imported. */
  wording: z.string().nullable(),
  /** Why it does not apply (DC 8); `null` where it does. */
  setAside: z.string().nullable(),
  controls: z.array(z.object({ controlId: Id, ref: z.string(), title: z.string() })),
})
export type Criterion = z.infer<typeof Criterion>

export const criterionContract = {
  'criterion.catalogue': query({
    title: 'All 61 Trust Services Criteria by id and own short title, whatever is in scope',
    params: z.strictObject({}),
    result: z.object({ criteria: z.array(Criterion.pick({ criterionId: true, title: true })) }),
    errors: [],
  }),
  'criterion.list': query({
    title: 'The Trust Services Criteria in scope, with the controls mapped to each',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ criteria: z.array(Criterion), notice: z.string() }),
    errors: ['engagement.not_found'],
  }),
}
