import { Table, Text, Title } from '@mantine/core'
import type { ControlVersion } from '../../shared/contract/control.ts'
import { frequencyWords } from '../../shared/sampling/frequency.ts'
import { natureWords, typeWords } from './controlWords.ts'
import { ProseText } from '../records/ProseText.tsx'

/** The wordings of a control, each with the days it was in force. */
export function ControlWording({ versions }: { versions: readonly ControlVersion[] }) {
  return (
    <section aria-label="Wording">
      <Title order={2}>Wording</Title>
      <Table>
        <Table.Tbody>
          {versions.map((version) => (
            <Table.Tr key={version.controlVersionId}>
              <Table.Td w={210}>{daysOf(version)}</Table.Td>
              <Table.Td>
                <Text style={{ whiteSpace: 'pre-wrap' }}>
                  <ProseText text={version.description} />
                </Text>
                <Text size="xs">{`${frequencyWords[version.frequency]} · ${typeWords[version.type]} · ${natureWords[version.nature]}`}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function daysOf({ effectiveOn, untilOn }: ControlVersion): string {
  return untilOn === null ? `from ${effectiveOn}` : `${effectiveOn} … ${untilOn}`
}
