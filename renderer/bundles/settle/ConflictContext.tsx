import { Button, Collapse, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Conflict } from '../../../shared/contract/conflict.ts'
import { fieldWords } from '../../../shared/record/fieldWords.ts'
import { FieldValue } from '../../records/FieldValue.tsx'

/** What else the paper says. */
export function ConflictContext({ context }: Pick<Conflict, 'context'>) {
  const [isOpen, { toggle }] = useDisclosure(false)
  if (context.length === 0) return null
  return (
    <div>
      <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? 'Hide what else it says' : 'What else it says'}
      </Button>
      <Collapse expanded={isOpen}>
        <Table verticalSpacing={2} layout="fixed" aria-label="What else it says">
          <Table.Tbody>
            {context.map(({ field, value }) => (
              <Table.Tr key={field}>
                <Table.Th scope="row" w={180} fw={400}>
                  {fieldWords(field)}
                </Table.Th>
                <Table.Td>
                  <FieldValue field={field} value={value} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Collapse>
    </div>
  )
}
