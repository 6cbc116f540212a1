import { Badge, Button, Group, Menu, Paper, Progress, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import type { Procedure } from '../../shared/contract/procedure.ts'
import { natureWords, timingWords } from '../../shared/procedure/procedureWords.ts'
import { links } from '../app/links.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { KeepProcedure } from './KeepProcedure.tsx'
import { NotApplicable } from './NotApplicable.tsx'
import { PerformProcedure } from './PerformProcedure.tsx'
import { ProcedureWarnings } from './ProcedureWarnings.tsx'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { ReviewLine } from '../review/ReviewLine.tsx'
import { ProseText } from '../records/ProseText.tsx'
import { ReferredTo } from '../records/ReferredTo.tsx'
import { useRecordPlace } from '../records/useRecordInView.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { useReadOnlyReason } from '../ui/readOnly.ts'

type ProcedureCardProps = {
  engagementId: string
  procedure: Procedure
  onEdit: () => void
  /** Shows the prior period's test of it. */
  onPrior: () => void
}

/** One procedure with its attributes, progress and warnings, and the way to its test sheet. */
export function ProcedureCard({ engagementId, procedure, onEdit, onPrior }: ProcedureCardProps) {
  const { procedureId, attributes, text, filledText, openPlaceholders, performed, timing } = procedure
  const place = useRecordPlace({ kind: 'procedure', id: procedureId })
  return (
    <Paper {...place} withBorder p="sm" component="article" aria-label={`Procedure: ${filledText}`}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Stack gap={4}>
            <Group gap="xs">
              <Badge variant="outline">{natureWords[procedure.nature]}</Badge>
              <Badge variant="outline">{procedure.aspect === 'design' ? 'Design' : 'Operation'}</Badge>
              {timing === null ? null : <Badge variant="outline">{timingWords[timing]}</Badge>}
            </Group>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              <ProseText text={filledText} />
            </Text>
            {text === filledText ? null : <Text size="xs">As written: {text}</Text>}
            {openPlaceholders.length === 0 ? null : (
              <Text size="xs">Not known yet: {openPlaceholders.map((name) => `{${name}}`).join(', ')}</Text>
            )}
          </Stack>
          <ProcedureActions {...{ engagementId, procedure, onEdit, onPrior }} />
        </Group>
        {attributes.map((attribute) => (
          <Text key={attribute.letter} size="sm">
            <strong>{attribute.letter}</strong> {attribute.text}
            {attribute.expected === null ? '' : ` — expected: ${attribute.expected}`}
          </Text>
        ))}
        {performed === null ? null : (
          <Text size="sm">
            <strong>Found</strong> on {performed.on} by {performed.by}: <ProseText text={performed.finding} />
          </Text>
        )}
        <Results procedure={procedure} />
        <NotApplicable procedureId={procedureId} />
        <ProcedureWarnings procedure={procedure} />
        <ReferredTo record={{ kind: 'procedure', id: procedureId }} />
        <EvidencePane
          engagementId={engagementId}
          target={{ entity: 'procedure', id: procedureId }}
          of={`the procedure: ${filledText}`}
        />
        <ReviewLine target={{ entity: 'procedure', id: procedureId }} />
      </Stack>
    </Paper>
  )
}

function Results({ procedure: { resultsExpected, resultsRecorded, deviations } }: { procedure: Procedure }) {
  if (resultsExpected === 0) return null
  return (
    <Group gap="xs">
      <Progress
        value={(100 * resultsRecorded) / resultsExpected}
        aria-label={`${resultsRecorded} of ${resultsExpected} results`}
        flex={1}
      />
      <Text size="xs">
        {resultsRecorded} of {resultsExpected} results · {deviations} {deviations === 1 ? 'deviation' : 'deviations'}
      </Text>
    </Group>
  )
}

/** What can be done with a procedure; a test sheet where there is a sample, else what was found. */
function ProcedureActions({ engagementId, procedure, onEdit, onPrior }: ProcedureCardProps) {
  const { procedureId, sampleId, attributes, resultsRecorded, performed } = procedure
  const remove = useEngineCommand('procedure.remove')
  const readOnly = useReadOnlyReason()
  const [opened, setOpened] = useState<'perform' | 'keep' | null>(null)
  const askToRemove = () =>
    modals.openConfirmModal({
      title: 'Remove this procedure?',
      children: <Text size="sm">It is hidden from the file; its history stays in the journal.</Text>,
      labels: { confirm: 'Remove', cancel: 'Keep' },
      confirmProps: { color: 'red' },
      onConfirm: () => void remove.run({ procedureId }).catch(() => undefined),
    })
  const close = () => setOpened(null)
  return (
    <Group gap="xs" wrap="nowrap">
      {sampleId !== null && attributes.length > 0 ? (
        <Button size="xs" component="a" href={links.sheet(engagementId, procedureId)}>
          Test sheet
        </Button>
      ) : null}
      {sampleId === null ? (
        <ChangeButton size="xs" onClick={() => setOpened('perform')}>
          {performed === null ? 'Record what was found…' : 'Change what was found…'}
        </ChangeButton>
      ) : null}
      <ChangeButton size="xs" variant="default" onClick={onEdit}>
        Change
      </ChangeButton>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" loading={remove.pending}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onPrior}>The prior period&apos;s test</Menu.Item>
          <Menu.Item onClick={() => setOpened('keep')}>Keep in the firm&apos;s library…</Menu.Item>
          {resultsRecorded === 0 && performed === null ? (
            <Menu.Item color="red" disabled={readOnly !== null} onClick={askToRemove}>
              Remove
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {opened === 'perform' ? <PerformProcedure procedure={procedure} onClose={close} /> : null}
      {opened === 'keep' ? <KeepProcedure procedureId={procedureId} onClose={close} /> : null}
    </Group>
  )
}
