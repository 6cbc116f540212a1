import { Button, Code, Table, Text } from '@mantine/core'
import { type FilterName, filters } from '../../shared/search/filters.ts'
import { filterWords, otherWords, valuesText } from './filterWords.ts'

/** What can be typed into the search; a filter is added by its example. */
export function FilterHelp({ onAdd }: { onAdd: (filter: string) => void }) {
  return (
    <Table fz="sm" verticalSpacing={4} captionSide="top" aria-label="What can be typed">
      <Table.Tbody>
        {otherWords.map(({ sign, meaning }) => (
          <Table.Tr key={sign}>
            <Table.Td w={220}>
              <Code fz="sm">{sign}</Code>
            </Table.Td>
            <Table.Td>{meaning}</Table.Td>
          </Table.Tr>
        ))}
        {(Object.keys(filters) as FilterName[]).map((name) => (
          <Table.Tr key={name}>
            <Table.Td w={220}>
              <Button
                size="compact-sm"
                variant="default"
                ff="monospace"
                aria-label={`Add ${name}:`}
                onClick={() => onAdd(`${name}:`)}
              >
                {filterWords[name].example}
              </Button>
            </Table.Td>
            <Table.Td>
              {filterWords[name].meaning}
              {valuesText(name) === null ? null : (
                <Text size="xs" c="dimmed">
                  {valuesText(name)}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
