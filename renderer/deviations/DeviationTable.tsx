import { Anchor, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core'
import type { Deviation } from '../../shared/contract/deviation.ts'
import { natureWords, statusWords } from '../../shared/deviation/deviationWords.ts'
import { links } from '../app/links.ts'
import classes from './Deviations.module.css'
import { recordLink } from '../records/recordLink.ts'
import { ProseText } from '../records/ProseText.tsx'
import { useFirstRows } from '../ui/Later.tsx'
import { ChangeButton } from '../ui/ChangeButton.tsx'

type DeviationTableProps = {
  engagementId: string
  deviations: readonly Deviation[]
  /** Deviation that is open beside the table. */
  openId: string | null
  onOpen: (deviation: Deviation) => void
  onRemove: (deviation: Deviation) => void
}

/** Deviations with where they were found and how far they are evaluated. Beside an open one there is no room for the nature. */
export function DeviationTable({ engagementId, deviations, openId, onOpen, onRemove }: DeviationTableProps) {
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table verticalSpacing={4} fz="sm" aria-label="Deviations">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>No.</Table.Th>
            <Table.Th>Control</Table.Th>
            <Table.Th>Item</Table.Th>
            <Table.Th>Condition</Table.Th>
            {openId === null ? <Table.Th>Nature</Table.Th> : null}
            <Table.Th>Status</Table.Th>
            <Table.Th>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {useFirstRows(deviations).map((deviation) => (
            <Table.Tr key={deviation.deviationId} data-active={openId === deviation.deviationId || undefined}>
              <Table.Td className={classes['ref'] ?? ''}>{deviation.ref}</Table.Td>
              <Table.Td className={classes['ref'] ?? ''}>
                <Anchor size="sm" href={links.control(engagementId, deviation.controlId)}>
                  {deviation.controlRef}
                </Anchor>
                <Text size="xs">{deviation.criteria.join(', ')}</Text>
              </Table.Td>
              <Table.Td className={classes['ref'] ?? ''}>
                <FoundIn engagementId={engagementId} deviation={deviation} />
              </Table.Td>
              <Table.Td maw={320}>
                <Text size="sm" lineClamp={2}>
                  <ProseText text={deviation.condition} />
                </Text>
              </Table.Td>
              {openId === null ? (
                <Table.Td>{deviation.nature === null ? 'Not judged' : natureWords[deviation.nature]}</Table.Td>
              ) : null}
              <Table.Td>{statusWords[deviation.status]}</Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap" justify="flex-end">
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Evaluate ${deviation.ref}`}
                    onClick={() => onOpen(deviation)}
                  >
                    Evaluate
                  </Button>
                  <ChangeButton
                    size="compact-xs"
                    variant="subtle"
                    color="red"
                    aria-label={`Remove ${deviation.ref}`}
                    onClick={() => onRemove(deviation)}
                  >
                    Remove
                  </ChangeButton>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function FoundIn({ engagementId, deviation }: { engagementId: string; deviation: Deviation }) {
  const { procedureId, controlId, itemId, attribute } = deviation
  const place = [itemId, attribute].filter((each) => each !== null).join(' · ')
  if (procedureId === null) return <Text size="sm">{place === '' ? 'The control as such' : place}</Text>
  const procedure = { kind: 'procedure', id: procedureId, within: controlId } as const
  return (
    <Anchor
      size="sm"
      href={place === '' ? recordLink(engagementId, procedure) : links.sheet(engagementId, procedureId)}
    >
      {place === '' ? 'A procedure' : place}
    </Anchor>
  )
}
