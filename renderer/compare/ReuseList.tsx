import { Anchor, Stack, Table, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { links } from '../app/links.ts'
import { datesOf } from '../engagements/engagementWords.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'

/** Rows that are drawn at once. */
const mostRows = 200

/** What an earlier period had already: files of evidence, seeds, and items that were selected again. */
export function ReuseList({ engagementId }: { engagementId: string }) {
  const { data, error } = useEngineQuery('engagement.reuse', { engagementId })
  if (data === undefined) return error === null ? <Loading /> : <ErrorNote error={error} />
  const { compared, evidence, seeds, items } = data
  const held = compared.filter((link) => link.held !== 'nowhere')
  if (held.length === 0) {
    return <Text size="sm">No earlier period is at hand to be looked through.</Text>
  }
  return (
    <Stack gap="md">
      <Text size="sm">Looked through: {held.map((link) => datesOf(link)).join('; ')}.</Text>
      <Found
        title="Files of evidence that are the same to the last byte"
        none="No file was evidence before."
        heads={['File', 'Its name then', 'Period to']}
        rows={evidence.map(({ evidenceId, name, priorName, from }) => ({
          key: `${evidenceId} ${from.engagementId}`,
          cells: [
            <Anchor key="file" href={links.evidence(engagementId)}>
              {name}
            </Anchor>,
            priorName,
            from.periodEnd,
          ],
        }))}
      />
      <Found
        title="Seeds that were used before"
        none="No seed was used before."
        heads={['Sample of', 'Seed', 'Control then', 'Period to']}
        rows={seeds.map(({ sampleId, controlRef, seed, priorControlRef, from }) => ({
          key: `${sampleId} ${from.engagementId}`,
          cells: [
            <Anchor key="sample" href={links.sample(engagementId, sampleId)}>
              {controlRef}
            </Anchor>,
            seed,
            priorControlRef,
            from.periodEnd,
          ],
        }))}
      />
      <Found
        title="Items that were selected again"
        none="No item was selected before for the same control."
        heads={['Control', 'Item', 'Then', 'Period to']}
        rows={items.map(({ sampleItemId, sampleId, controlRef, itemId, priorDeviated, from }) => ({
          key: `${sampleItemId} ${from.engagementId}`,
          cells: [
            controlRef,
            <Anchor key="sample" href={links.sample(engagementId, sampleId)}>
              {itemId}
            </Anchor>,
            priorDeviated ? 'deviated' : 'no deviation',
            from.periodEnd,
          ],
        }))}
      />
    </Stack>
  )
}

type FoundProps = {
  title: string
  none: string
  heads: readonly string[]
  rows: readonly { key: string; cells: ReactNode[] }[]
}

function Found({ title, none, heads, rows }: FoundProps) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h5">
        {title} ({rows.length})
      </Title>
      {rows.length === 0 ? (
        <Text size="sm">{none}</Text>
      ) : (
        <Table fz="sm" verticalSpacing={2} maw={800} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, mostRows).map(({ key, cells }) => (
              <Table.Tr key={key}>
                {heads.map((head, at) => (
                  <Table.Td key={head}>{cells[at]}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {rows.length > mostRows ? (
        <Text size="sm">
          The first {mostRows} of {rows.length}.
        </Text>
      ) : null}
    </Stack>
  )
}
