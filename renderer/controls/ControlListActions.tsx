import type { EngagementList } from '../../shared/contract/list.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ListActions } from '../ui/ListActions.tsx'
import { shownRows } from '../ui/shownRows.ts'

type ControlListActionsProps = {
  engagementId: string
  controlId: string
  /** What the rows are called: `Samples` becomes `Samples of CHG-01`. */
  name: string
  list: EngagementList
  ids: readonly string[]
}

/** Writes or prints the part of an engagement's list that is of one control; nothing is offered where there is none. */
export function ControlListActions({ engagementId, controlId, name, list, ids }: ControlListActionsProps) {
  const control = useEngineQuery('control.get', { controlId })
  if (control.data === undefined || ids.length === 0) return null
  const { ref } = control.data
  return (
    <ListActions
      name={`${name} of ${ref}`}
      size="xs"
      selection={{ list, engagementId, ...shownRows(ids, [`Control ${ref}`]) }}
    />
  )
}
