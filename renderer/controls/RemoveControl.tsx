import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { ControlDetail } from '../../shared/contract/control.ts'
import { goTo } from '../app/goTo.ts'
import { links } from '../app/links.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'

/** Asks before a control is hidden. One that was worked on stays: the engine says what stands in the way. */
export function RemoveControl({ control }: { control: ControlDetail }) {
  const remove = useEngineCommand('control.remove')
  const { engagementId, controlId, ref } = control
  const leave = () => goTo(links.controls(engagementId))
  const ask = () =>
    modals.openConfirmModal({
      title: `Remove ${ref}?`,
      children: <Text size="sm">It is hidden from the file; its history stays in the journal.</Text>,
      labels: { confirm: 'Remove', cancel: 'Keep' },
      confirmProps: { color: 'red' },
      onConfirm: () => void remove.run({ controlId }).then(leave, () => undefined),
    })
  return (
    <ChangeButton variant="subtle" color="red" onClick={ask} loading={remove.pending}>
      Remove
    </ChangeButton>
  )
}
