import { Table } from '@mantine/core'
import type { Coverage } from '../../../shared/contract/coverage.ts'
import { partWords } from '../../../shared/sample/drawWords.ts'

/** In words what the map shows as bands: the parts that samples stand for, and the versions of the control. */
export function Stretches({ found: { parts, controlVersions } }: { found: Coverage }) {
  return (
    <>
      {parts.length === 0 ? null : (
        <Lines
          caption="Parts of the period that were drawn from"
          lines={parts.map(({ sampleId, part, start, end }) => ({
            key: sampleId,
            start,
            end,
            text: part === null ? '' : partWords[part],
          }))}
        />
      )}
      {controlVersions.length < 2 ? null : (
        <Lines
          caption="Versions of the control"
          lines={controlVersions.map(({ controlVersionId, start, end, description }) => ({
            key: controlVersionId,
            start,
            end,
            text: description,
          }))}
        />
      )}
    </>
  )
}

function Lines({
  caption,
  lines,
}: {
  caption: string
  lines: readonly { key: string; start: string; end: string; text: string }[]
}) {
  return (
    <Table fz="sm" captionSide="top" verticalSpacing={2}>
      <Table.Caption ta="left">{caption}</Table.Caption>
      <Table.Tbody>
        {lines.map(({ key, start, end, text }) => (
          <Table.Tr key={key}>
            <Table.Td w={200}>{`${start} to ${end}`}</Table.Td>
            <Table.Td>{text}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
