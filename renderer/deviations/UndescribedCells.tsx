import { Alert, Button, Group, List, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { UndescribedCell } from './subjects.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'

type UndescribedCellsProps = { cells: readonly UndescribedCell[]; onDescribe: (cell: UndescribedCell) => void }

/** Shown until the auditor asks for all of them. */
const shownAtFirst = 10

/** Failed cells of the test sheets that no deviation describes: each is a deviation to record. */
export function UndescribedCells({ cells, onDescribe }: UndescribedCellsProps) {
  const [showsAll, setShowsAll] = useState(false)
  if (cells.length === 0) return null
  const shown = showsAll ? cells : cells.slice(0, shownAtFirst)
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={16} />}>
      <Text size="sm" fw={600} mb={4}>
        {`${cells.length} failed ${cells.length === 1 ? 'result is' : 'results are'} not described yet`}
      </Text>
      <List size="sm" spacing={4} listStyleType="none">
        {shown.map((cell) => (
          <List.Item key={`${cell.procedureId} ${cell.sampleItemId} ${cell.attribute}`}>
            <Group gap="xs">
              <Text size="sm">
                {cell.controlRef} · {cell.itemId} · attribute {cell.attribute}
              </Text>
              <ChangeButton
                size="compact-xs"
                variant="default"
                aria-label={`Describe ${cell.itemId}, attribute ${cell.attribute}`}
                onClick={() => onDescribe(cell)}
              >
                Describe
              </ChangeButton>
            </Group>
          </List.Item>
        ))}
      </List>
      {shown.length < cells.length ? (
        <Button mt="xs" size="compact-xs" variant="subtle" onClick={() => setShowsAll(true)}>
          Show all {cells.length}
        </Button>
      ) : null}
    </Alert>
  )
}
