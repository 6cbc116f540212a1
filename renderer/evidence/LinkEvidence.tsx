import { Modal, ScrollArea, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Evidence, EvidenceTarget } from '../../shared/contract/evidence.ts'
import type { RecordKind } from '../../shared/record/record.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { kindWords } from '../records/kindWords.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** The papers that a file can support and that are found by their reference. */
type Supported = RecordKind & EvidenceTarget['entity']

const kinds: Supported[] = [
  'request',
  'control',
  'deviation',
  'procedure',
  'walkthrough',
  'sampleItem',
  'result',
  'population',
  'subserviceReport',
  'letter',
  'narrative',
]

const isSupported = (kind: RecordKind): kind is Supported => (kinds as RecordKind[]).includes(kind)

/** Papers by words, so that a file that is kept already supports one more of them, such as the request that it answers. */
export function LinkEvidence({ evidence, onClose }: { evidence: Evidence; onClose: () => void }) {
  const { evidenceId, engagementId, name, targets } = evidence
  const [words, setWords] = useState('')
  const [query] = useDebouncedValue(words, 150)
  const link = useEngineCommand('evidence.link', { quiet: true })
  const found = useEngineQuery('record.find', { engagementId, words: query, kinds, limit: 30 }, { keepsPrevious: true })
  const papers = (found.data?.records ?? []).flatMap(({ kind, id, ref, title }) =>
    isSupported(kind) && !targets.some((target) => target.entity === kind && target.id === id)
      ? [{ entity: kind, id, ref, title }]
      : [],
  )
  return (
    <Modal opened onClose={onClose} title={`What else ${name} supports`} size="lg">
      <Stack gap="sm">
        <TextInput
          data-autofocus
          aria-label="Find a paper"
          placeholder="REQ-1, CHG-01, an item, words of a title"
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <ErrorNote error={found.error ?? link.error} />
        {found.isSuccess && papers.length === 0 ? <Text size="sm">No other paper has these words.</Text> : null}
        <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Papers' }}>
          <Table fz="sm" verticalSpacing={4} aria-label="Papers">
            <Table.Tbody>
              {papers.map(({ entity, id, ref, title }) => (
                <Table.Tr key={`${entity} ${id}`}>
                  <Table.Td>
                    <strong>{ref}</strong> {title}
                  </Table.Td>
                  <Table.Td w={150}>{kindWords[entity]}</Table.Td>
                  <Table.Td w={80}>
                    <ChangeButton
                      size="compact-xs"
                      variant="default"
                      aria-label={`Link to ${ref}, ${kindWords[entity]}`}
                      loading={link.pending}
                      onClick={() =>
                        void link.run({ evidenceId, target: { entity, id } }).then(onClose, () => undefined)
                      }
                    >
                      Link
                    </ChangeButton>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      </Stack>
    </Modal>
  )
}
