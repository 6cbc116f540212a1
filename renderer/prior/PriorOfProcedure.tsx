import { Modal, Stack, Text } from '@mantine/core'
import type { Procedure } from '../../shared/contract/procedure.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PriorTestCard } from './PriorTestCard.tsx'

/** The test of the prior period that a procedure comes from. */
export function PriorOfProcedure({ procedure, onClose }: { procedure: Procedure; onClose: () => void }) {
  const { data, error, isPending } = useEngineQuery('prior.control', { controlId: procedure.controlId })
  const tests = data?.control?.tests.filter(({ becameIds }) => becameIds.includes(procedure.procedureId)) ?? []
  const priorId = data?.prior?.engagementId
  return (
    <Modal opened onClose={onClose} title="The prior period's test" size="lg">
      <Stack gap="sm">
        {isPending ? <Loading /> : null}
        <ErrorNote error={error} />
        {data !== undefined && tests.length === 0 ? (
          <Text size="sm">
            No test of the prior period is known for this procedure. The pane “Prior period” of the control shows all
            that there is, and opens a bundle to read.
          </Text>
        ) : null}
        {priorId === undefined
          ? null
          : tests.map((test) => <PriorTestCard key={test.procedureId} priorEngagementId={priorId} test={test} />)}
      </Stack>
    </Modal>
  )
}
