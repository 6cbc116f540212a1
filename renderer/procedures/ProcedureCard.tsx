import { Alert, Badge, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Procedure } from '../../shared/contract/procedure.ts'
import { links } from '../app/links.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { natureWords } from './natures.ts'

type ProcedureCardProps = { engagementId: string; procedure: Procedure; onEdit: () => void }

/** One procedure with its attributes, progress and warnings, and the way to its test sheet. */
export function ProcedureCard({ engagementId, procedure, onEdit }: ProcedureCardProps) {
  const remove = useEngineCommand('procedure.remove')
  const { procedureId, attributes, warnings, resultsExpected, resultsRecorded, deviations } = procedure
  const askToRemove = () =>
    modals.openConfirmModal({
      title: 'Remove this procedure?',
      children: <Text size="sm">It is hidden from the file; its history stays in the journal.</Text>,
      labels: { confirm: 'Remove', cancel: 'Keep' },
      confirmProps: { color: 'red' },
      onConfirm: () => void remove.run({ procedureId }).catch(() => undefined),
    })

  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Stack gap={4}>
            <Group gap="xs">
              <Badge variant="outline">{natureWords[procedure.nature]}</Badge>
              <Badge variant="outline">{procedure.aspect === 'design' ? 'Design' : 'Operation'}</Badge>
            </Group>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {procedure.text}
            </Text>
          </Stack>
          <Group gap="xs" wrap="nowrap">
            {procedure.sampleId !== null && attributes.length > 0 ? (
              <Button size="xs" component="a" href={links.sheet(engagementId, procedureId)}>
                Test sheet
              </Button>
            ) : null}
            <Button size="xs" variant="default" onClick={onEdit}>
              Change
            </Button>
            {resultsRecorded === 0 ? (
              <Button size="xs" variant="subtle" color="red" onClick={askToRemove} loading={remove.pending}>
                Remove
              </Button>
            ) : null}
          </Group>
        </Group>
        {attributes.map(({ letter, text }) => (
          <Text key={letter} size="sm">
            <strong>{letter}</strong> {text}
          </Text>
        ))}
        {resultsExpected > 0 ? (
          <Group gap="xs">
            <Progress
              value={(100 * resultsRecorded) / resultsExpected}
              aria-label={`${resultsRecorded} of ${resultsExpected} results`}
              flex={1}
            />
            <Text size="xs">
              {resultsRecorded} of {resultsExpected} results · {deviations}{' '}
              {deviations === 1 ? 'deviation' : 'deviations'}
            </Text>
          </Group>
        ) : null}
        {warnings.map((warning) => (
          <Alert key={warning} color="yellow" icon={<IconAlertTriangle size={16} />} p="xs">
            {warning}
          </Alert>
        ))}
      </Stack>
    </Paper>
  )
}
