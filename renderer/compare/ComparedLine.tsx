import { Anchor, Badge, Group, Table, Text } from '@mantine/core'
import type { ComparedRow } from '../../shared/contract/compare.ts'
import { links } from '../app/links.ts'
import { Passage } from '../ui/Passage.tsx'
import { changeTitles, kindTitles } from './compareWords.ts'

const colours = { added: 'teal', changed: 'blue', removed: 'red', unchanged: 'gray' } as const

/** One paper of either period, with the fields in which the two differ. */
export function ComparedLine({ engagementId, row }: { engagementId: string; row: ComparedRow }) {
  const { kind, change, ref, title, fields } = row
  const place = placeOf(engagementId, row)
  const name = ref === '' ? title : `${ref} ${title}`
  return (
    <Table.Tr>
      <Table.Td>{kindTitles[kind]}</Table.Td>
      <Table.Td>
        <Badge variant="default" leftSection={<Dot colour={colours[change]} />}>
          {changeTitles[change]}
        </Badge>
      </Table.Td>
      <Table.Th scope="row" fw={500}>
        {place === null ? name : <Anchor href={place}>{name}</Anchor>}
      </Table.Th>
      <Table.Td>
        {fields.map((field) => (
          <Group key={field.field} gap="xs" wrap="nowrap" align="flex-start">
            <Text size="sm" c="dimmed" w={130} style={{ flexShrink: 0 }}>
              {field.field}
            </Text>
            <Said field={field} />
          </Group>
        ))}
      </Table.Td>
    </Table.Tr>
  )
}

/** Where a paper of this period is looked at; one that only the prior period has is nowhere here. */
function placeOf(engagementId: string, { kind, change, controlId }: ComparedRow): string | null {
  if (controlId !== null) return links.control(engagementId, controlId)
  return change === 'removed' ? null : (places[kind]?.(engagementId) ?? null)
}

const places: Partial<Record<ComparedRow['kind'], (engagementId: string) => string>> = {
  criteria: links.scope,
  commitments: links.scope,
  organisations: links.scope,
  complementary: links.scope,
  populations: links.populations,
  conclusions: links.conclusions,
  opinion: links.conclusions,
  requests: links.requests,
}

function Dot({ colour }: { colour: string }) {
  return (
    <span aria-hidden style={{ color: `var(--mantine-color-${colour}-6)` }}>
      ●
    </span>
  )
}

function Said({ field: { before, after, pieces } }: { field: ComparedRow['fields'][number] }) {
  if (pieces !== null) return <Passage pieces={pieces} />
  return (
    <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
      {before === null ? <ins>{after}</ins> : <del>{before}</del>}
    </Text>
  )
}
