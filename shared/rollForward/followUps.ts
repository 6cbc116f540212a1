import { type Change, create } from '../journal/change.ts'
import type { EntityRow } from '../model/entities.ts'

/** A deviation of the prior engagement, with the reference of its control. */
export type PriorDeviation = Pick<
  EntityRow<'deviation'>,
  'controlId' | 'ref' | 'condition' | 'cause' | 'nature' | 'effect' | 'managementResponse'
> & { controlRef: string }

type Making = {
  newId: () => string
  /** The control of the new engagement, by the id of the prior one. */
  newControlId: (priorId: string) => string | undefined
  /** A text without links, for whoever reads it in another engagement. */
  plain: (text: string) => string
}

/**
 * The deviations of the prior period as a list to follow up: what was found then, told again and never a result of this period.
 * What the prior engagement itself followed up and had not settled stays on the list.
 * @param periodEnd last day of the prior period
 */
export function followUpChanges(
  deviations: readonly PriorDeviation[],
  stillOpen: readonly EntityRow<'followUp'>[],
  periodEnd: string,
  { newId, newControlId, plain }: Making,
): Change[] {
  const words = (text: string | null) => (text === null || text === '' ? null : plain(text))
  const found = deviations.flatMap(({ controlId, controlRef, ref, nature, ...told }) =>
    create('followUp', newId(), {
      controlId: newControlId(controlId) ?? null,
      controlRef,
      ref,
      periodEnd,
      condition: plain(told.condition),
      cause: words(told.cause),
      nature,
      effect: words(told.effect),
      managementResponse: words(told.managementResponse),
      status: 'open',
    }),
  )
  const before = stillOpen.flatMap(({ id: _id, engagementId: _of, by: _by, at: _at, remark: _remark, ...told }) =>
    create('followUp', newId(), {
      ...told,
      controlId: told.controlId === null ? null : (newControlId(told.controlId) ?? null),
    }),
  )
  return [...found, ...before]
}
