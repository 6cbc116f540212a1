import { Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { instantWords } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { inOrder } from '../ui/inOrder.ts'
import { Passage } from '../ui/Passage.tsx'

type Against = ParamsOf<'report.difference'>['against']
type Differences = ResultOf<'report.difference'>['sections']

/** Known reports by the value that a choice of them has. */
type Known = { value: string; label: string; against: Against }

/** This report against another one, such as last year's: of an engagement, one that was exported, or one in a file. */
export function ReportDifference({ engagementId }: { engagementId: string }) {
  const known = useKnownReports(engagementId)
  const compare = useEngineCommand('report.difference', { quiet: true })
  const [chosen, setChosen] = useState<string | null>(null)
  const [shown, setShown] = useState<{ words: string; sections: Differences } | null>(null)
  const hold = (words: string, against: Against) =>
    compare.run({ engagementId, against }).then(
      ({ sections }) => setShown({ words, sections }),
      () => setShown(null),
    )
  const choose = (value: string | null) => {
    setChosen(value)
    const found = known.flatMap(({ items }) => items).find((each) => each.value === value)
    if (found !== undefined) void hold(found.label, found.against)
  }
  const open = async () => {
    const place = await askShell({ kind: 'openFile', title: 'A report', extensions: ['docx', 'html'] })
    if (place === null) return
    setChosen(null)
    await hold(place.name, { file: fileRef(place.token) })
  }
  return (
    <Stack gap="md">
      <Group align="end">
        <Select
          label="Compare with"
          placeholder="a report of this store"
          w={480}
          data={known.map(({ group, items }) => ({
            group,
            items: items.map(({ value, label }) => ({ value, label })),
          }))}
          nothingFoundMessage="No other report in this store yet"
          searchable
          value={chosen}
          onChange={choose}
        />
        <Button variant="default" loading={compare.pending} onClick={() => void open()}>
          A report in a file…
        </Button>
      </Group>
      <ErrorNote error={compare.error} />
      {shown === null ? (
        <EmptyState
          title="Compare with last year's report"
          text="Choose the report of another engagement, one that was exported before, or a report in a file (DOCX or HTML)."
        />
      ) : (
        <Sections {...shown} />
      )}
    </Stack>
  )
}

function useKnownReports(engagementId: string): { group: string; items: Known[] }[] {
  const engagements = useEngineQuery('engagement.list', {}).data?.engagements ?? []
  const exports = useEngineQuery('report.exports', { engagementId }).data?.exports ?? []
  return [
    {
      group: 'Engagements',
      items: engagements
        .filter((each) => each.engagementId !== engagementId)
        .map(({ engagementId: id, client, period, asOf }) => ({
          value: `engagement ${id}`,
          label: `${client}, ${period === null ? `as of ${asOf ?? ''}` : `${period.start} to ${period.end}`}`,
          against: { engagementId: id },
        })),
    },
    {
      group: 'Exported reports',
      items: exports.map(({ exportId, fileName, at }) => ({
        value: `export ${exportId}`,
        label: `${fileName}, ${instantWords(at)}`,
        against: { exportId },
      })),
    },
  ]
}

function Sections({ words, sections }: { words: string; sections: Differences }) {
  return (
    <Stack gap="md" component="section" aria-label={`Difference from ${words}`}>
      <Text size="sm">
        What this report says and {words} does not is underlined; what only the other says is struck through.
      </Text>
      {sections.map(({ key, title, passages }) => (
        <section key={key} aria-label={title}>
          <Title order={2} size="h4" mb="xs">
            {title}
          </Title>
          {passages.length === 0 ? <Text size="sm">Both say the same.</Text> : null}
          <Stack gap="xs">
            {inOrder(passages).map((passage) => (
              <Paper key={passage.key} withBorder p="xs">
                <Passage pieces={passage.element} />
              </Paper>
            ))}
          </Stack>
        </section>
      ))}
    </Stack>
  )
}
