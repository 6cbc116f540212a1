import { Text } from '@mantine/core'
import type { Policy } from '../../../shared/contract/policy.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'

/** Takes a policy out of use for new plans, or brings it back. */
export function RetirePolicy({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const retire = useEngineCommand('policy.retire', { quiet: true })
  const { policyId, name, retired } = policy
  return (
    <ReasonForm
      title={retired === null ? `Retire ${name}` : `Bring back ${name}`}
      label="Reason"
      error={retire.error}
      pending={retire.pending}
      onSubmit={(reason) =>
        void retire.run({ policyId, retired: retired === null, reason }).then(onClose, () => undefined)
      }
      onClose={onClose}
    >
      <Text size="sm">
        {retired === null
          ? 'New plans can no longer choose it. Samples that were planned by it stay as they are.'
          : 'New plans can choose it again.'}
      </Text>
    </ReasonForm>
  )
}
