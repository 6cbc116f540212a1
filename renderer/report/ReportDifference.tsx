import { Paper, Select, Stack, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useEngineQuery } from '../engine/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { inOrder } from './inOrder.ts'
import { type Piece, reportDifferences } from './reportDifferences.ts'
import type { ShownReport } from './ReportPages.tsx'

type ReportDifferenceProps = { engagementId: string; document: ShownReport }

/** This report against that of another engagement, such as last year's, section by section and word by word. */
export function ReportDifference({ engagementId, document }: ReportDifferenceProps) {
  const [otherId, setOtherId] = useState<string | null>(null)
  const others = (useEngineQuery('engagement.list', {}).data?.engagements ?? []).filter(
    (each) => each.engagementId !== engagementId,
  )
  if (others.length === 0) {
    return (
      <EmptyState
        title="No other engagement"
        text="A report is compared with that of another engagement in this store. Import last year's bundle, or create that engagement."
      />
    )
  }
  return (
    <Stack gap="md">
      <Select
        label="Compare with the report of"
        maw={480}
        data={others.map(({ engagementId: value, client, period, asOf }) => ({
          value,
          label: `${client}, ${period === null ? `as of ${asOf ?? ''}` : `${period.start} to ${period.end}`}`,
        }))}
        value={otherId}
        onChange={setOtherId}
      />
      {otherId === null ? null : <Differences document={document} otherId={otherId} />}
    </Stack>
  )
}

function Differences({ document, otherId }: { document: ShownReport; otherId: string }) {
  const other = useEngineQuery('report.document', { engagementId: otherId })
  const sections = useMemo(
    () => (other.data === undefined ? [] : reportDifferences(document, other.data.document)),
    [document, other.data],
  )
  if (other.data === undefined) return other.isPending ? <Loading /> : <ErrorNote error={other.error} />
  return (
    <Stack gap="md">
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

function Passage({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <Text size="sm" component="div" style={{ whiteSpace: 'pre-wrap' }}>
      {inOrder(pieces).map(({ key, element: { kind, text } }) => {
        if (kind === 'added') return <ins key={key}>{text}</ins>
        if (kind === 'removed') return <del key={key}>{text}</del>
        return <span key={key}>{text}</span>
      })}
    </Text>
  )
}
