import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Finding, Population } from '../../../shared/contract/population.ts'
import { links } from '../../app/links.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ChangeButton } from '../../ui/ChangeButton.tsx'
import { instantWords } from '../../ui/dates.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { AskAboutFinding } from './AskAboutFinding.tsx'
import { checkWords, isSettledByRow } from './checkWords.ts'
import { LeftOutRows } from './LeftOutRows.tsx'
import { SettleRows } from './SettleRows.tsx'

type Deciding = { finding: Finding; how: 'dismiss' | 'ask' | 'reopen' }

/** What the checks found, as facts; each is dismissed with a reason, asked of the client, or settled row by row. */
export function Findings({ population }: { population: Population }) {
  const { engagementId, findings, rejectedRows, source, rows } = population
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const close = () => setDeciding(null)
  return (
    <Stack gap="xs">
      {source.controlTotal === rows ? <Text>{`The source shows ${rows} rows, as many as the list.`}</Text> : null}
      {findings.length === 0 ? <Text>The checks found nothing.</Text> : null}
      {findings.length === 0 ? null : (
        <Table fz="sm" aria-label="Findings">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Check</Table.Th>
              <Table.Th>What it found</Table.Th>
              <Table.Th>Decision</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {findings.map((finding) => (
              <Table.Tr key={finding.check}>
                <Table.Td w={200}>{checkWords[finding.check]}</Table.Td>
                <Table.Td>
                  <Text size="sm">{finding.sentence}</Text>
                  {finding.examples.length === 0 ? null : (
                    <Text size="sm" c="dimmed">
                      {finding.examples.join(' · ')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td w={300}>
                  <DecisionCell finding={finding} engagementId={engagementId} onDecide={setDeciding} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <SettleRows population={population} />
      {rejectedRows === 0 ? null : <LeftOutRows populationId={population.populationId} />}
      {deciding === null ? null : deciding.how === 'ask' ? (
        <AskAboutFinding population={population} finding={deciding.finding} onClose={close} />
      ) : (
        <Decide populationId={population.populationId} {...deciding} onClose={close} />
      )}
    </Stack>
  )
}

function DecisionCell({
  finding,
  engagementId,
  onDecide,
}: {
  finding: Finding
  engagementId: string
  onDecide: (deciding: Deciding) => void
}) {
  const { check, decision } = finding
  if (decision === null && isSettledByRow(check)) return <Text size="sm">Settle the rows below.</Text>
  if (decision === null) {
    return (
      <Group gap="xs">
        <ChangeButton size="compact-sm" variant="default" onClick={() => onDecide({ finding, how: 'dismiss' })}>
          Dismiss…
        </ChangeButton>
        <ChangeButton size="compact-sm" variant="default" onClick={() => onDecide({ finding, how: 'ask' })}>
          Ask the client…
        </ChangeButton>
      </Group>
    )
  }
  const { reason, requestId, by, at } = decision
  return (
    <Stack gap={2}>
      <Text size="sm">{`${decision.decision}: ${reason}`}</Text>
      <Text size="sm" c="dimmed">{`${by}, ${instantWords(at)}`}</Text>
      <Group gap="xs">
        {requestId === null ? null : (
          <Button component="a" size="compact-xs" variant="default" href={links.request(engagementId, requestId)}>
            Open the request
          </Button>
        )}
        {decision.decision === 'settled' ? null : (
          <ChangeButton size="compact-xs" variant="default" onClick={() => onDecide({ finding, how: 'reopen' })}>
            Open again…
          </ChangeButton>
        )}
      </Group>
    </Stack>
  )
}

function Decide({ populationId, finding, how, onClose }: Deciding & { populationId: string; onClose: () => void }) {
  const decide = useEngineCommand('population.decideCheck', { quiet: true })
  const decision = how === 'dismiss' ? 'dismissed' : 'open'
  return (
    <ReasonForm
      title={how === 'dismiss' ? `Dismiss: ${finding.sentence}` : `Open again: ${finding.sentence}`}
      label="Reason"
      error={decide.error}
      pending={decide.pending}
      onClose={onClose}
      onSubmit={(reason) =>
        void decide.run({ populationId, check: finding.check, decision, reason }).then(onClose, () => undefined)
      }
    />
  )
}
