import { Stack, Table, Text, Title } from '@mantine/core'
import type { PaperTarget } from '../../shared/contract/paper.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { fieldWords, valueWords } from '../../shared/record/fieldWords.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Rows of one kind that are shown; a sheet of thousands of cells is read on its own screen. */
const shownRows = 200

/** What a paper says, as it is signed: row by row, field by field. */
export function PaperContent({ target }: { target: PaperTarget }) {
  const { data, error } = useEngineQuery('paper.get', { target })
  if (data === undefined) return <ErrorNote error={error} />
  const groups = [...Map.groupBy(data.rows, ({ entity }) => entity)]
  return (
    <Stack gap="sm" component="section" aria-label="What is signed">
      {groups.map(([entity, rows]) => (
        <div key={entity}>
          <Title order={3} size="h5" tt="capitalize">
            {fieldWords(entity)}
          </Title>
          <Table verticalSpacing={2} aria-label={fieldWords(entity)}>
            <Table.Tbody>
              {rows.slice(0, shownRows).flatMap(({ id, words, fields }) =>
                fields.map(({ field, value }, at) => (
                  <Table.Tr key={`${id} ${field}`}>
                    <Table.Td w={220}>{at === 0 ? words : ''}</Table.Td>
                    <Table.Td w={160}>{fieldWords(field)}</Table.Td>
                    <Table.Td style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                      {valueWords(value)}
                    </Table.Td>
                  </Table.Tr>
                )),
              )}
            </Table.Tbody>
          </Table>
          {rows.length > shownRows ? <Text size="sm">and {rows.length - shownRows} more rows</Text> : null}
        </div>
      ))}
    </Stack>
  )
}
