import { Box, Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import type { Evidence } from '../../../shared/contract/evidence.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useReadOnlyReason } from '../../ui/readOnly.ts'
import { useClientSize } from '../../ui/useClientSize.ts'
import { MarkList } from './MarkList.tsx'
import { MarkTools } from './MarkTools.tsx'
import type { Place } from './markGeometry.ts'
import { type Tool, PageStage } from './PageStage.tsx'
import type { Pages } from './pages.ts'
import { RedactBar } from './RedactBar.tsx'
import { usePages } from './usePages.ts'
import classes from './Viewer.module.css'

type PagesViewProps = { evidence: Evidence; kind: 'image' | 'pdf' }

/** A picture or a PDF, page by page, with its marks. */
export function PagesView({ evidence, kind }: PagesViewProps) {
  const opened = usePages(kind, evidence.evidenceId, evidence.size)
  if (opened.status === 'opening') return <Loading />
  if (opened.status === 'failed') return <Text size="sm">There is no preview: {opened.because}</Text>
  return <OpenPages evidence={evidence} kind={kind} pages={opened.pages} />
}

function OpenPages({ evidence, kind, pages }: PagesViewProps & { pages: Pages }) {
  const { evidenceId } = evidence
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(1)
  const isReadOnly = useReadOnlyReason() !== null
  const [chosen, setTool] = useState<Tool | null>(null)
  const tool = isReadOnly ? null : chosen
  const [boxes, setBoxes] = useState<readonly (Place & { page: number })[]>([])
  const { ref, width } = useClientSize()
  const size = useQuery({ queryKey: ['page size', evidenceId, page], queryFn: () => pages.size(page) })
  const marks = useEngineQuery('evidence.marks', { evidenceId })
  const save = useEngineCommand('evidence.mark', { quiet: true })
  const shown = marks.data?.marks.filter((mark) => mark.page === page) ?? []
  const fit = size.data === undefined || width === 0 ? 1 : (width - 24) / size.data.width
  const go = (to: number) => setPage(Math.min(pages.count, Math.max(1, to)))
  const zoomBy = (factor: number) => setZoom((known) => Math.min(8, Math.max(0.2, known * factor)))
  const drawn = (place: Place) => {
    if (tool === null) return
    if (tool.kind === 'redact') setBoxes((known) => [...known, { ...place, page }])
    else
      void save
        .run({ evidenceId, page, ...place, shape: tool.shape, colour: tool.colour, text: '' })
        .catch(() => undefined)
  }
  const press = (event: KeyboardEvent) => {
    const does = pageKeys[event.key]
    if (does === undefined || event.target !== event.currentTarget) return
    event.preventDefault()
    if (does.turn !== undefined) go(page + does.turn)
    if (does.zoom !== undefined) zoomBy(does.zoom)
  }
  const ofPage = boxes.filter((box) => box.page === page)
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {pages.count === 1 ? null : (
          <Group gap={4}>
            <Button size="compact-sm" variant="default" disabled={page === 1} onClick={() => go(page - 1)}>
              Previous page
            </Button>
            <NumberInput
              size="xs"
              w={70}
              aria-label="Page"
              min={1}
              max={pages.count}
              allowDecimal={false}
              value={page}
              onChange={(value) => go(Number(value) || 1)}
            />
            <Text size="sm">of {pages.count}</Text>
            <Button size="compact-sm" variant="default" disabled={page === pages.count} onClick={() => go(page + 1)}>
              Next page
            </Button>
          </Group>
        )}
        <Button size="compact-sm" variant="default" onClick={() => zoomBy(1 / 1.25)} aria-label="Smaller">
          −
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setZoom(1)}>
          {`Fit (${Math.round(100 * zoom)} %)`}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => zoomBy(1.25)} aria-label="Larger">
          +
        </Button>
        <MarkTools tool={tool} onTool={setTool} />
      </Group>
      <ErrorNote error={marks.error ?? save.error} />
      <RedactBar
        evidence={evidence}
        isChosen={tool?.kind === 'redact'}
        boxes={ofPage}
        draw={{ pages, page, kind }}
        onUndo={() => setBoxes((known) => known.filter((box) => box !== ofPage.at(-1)))}
        onDone={() => {
          setBoxes((known) => known.filter((box) => box.page !== page))
          setTool(null)
        }}
      />
      {/* A scrolled part has to be reached by keyboard. */}
      <Box ref={ref} className={classes['stage'] ?? ''} tabIndex={0} role="group" aria-label="Pages" onKeyDown={press}>
        {size.data === undefined || width === 0 ? null : (
          <PageStage
            pages={pages}
            page={page}
            scale={fit * zoom}
            size={size.data}
            marks={shown}
            boxes={ofPage}
            tool={tool}
            onDrawn={drawn}
          />
        )}
      </Box>
      <MarkList evidenceId={evidenceId} page={page} marks={marks.data?.marks ?? []} onPage={go} />
    </Stack>
  )
}

const pageKeys: Record<string, { turn?: number; zoom?: number }> = {
  PageDown: { turn: 1 },
  PageUp: { turn: -1 },
  '+': { zoom: 1.25 },
  '-': { zoom: 1 / 1.25 },
}
