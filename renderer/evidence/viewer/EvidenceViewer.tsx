import { Box, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Evidence } from '../../../shared/contract/evidence.ts'
import type { EvidencePreview } from '../../../shared/contract/evidencePreview.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { CsvTable } from '../../ui/CsvTable.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { sheetOptions } from '../../ui/sheetOptions.ts'
import { PagesView } from './PagesView.tsx'
import classes from './Viewer.module.css'

/** What a file shows, without leaving the window and without running anything in it. */
export function EvidenceViewer({ evidence }: { evidence: Evidence }) {
  const { evidenceId } = evidence
  const [sheet, setSheet] = useState<string | null>(null)
  const preview = useEngineQuery('evidence.preview', { evidenceId, ...(sheet === null ? {} : { sheet }) })
  if (preview.data === undefined) return preview.error ? <ErrorNote error={preview.error} /> : <Loading />
  return <Shown evidence={evidence} preview={preview.data} onSheet={setSheet} />
}

type ShownProps = { evidence: Evidence; preview: EvidencePreview; onSheet: (sheet: string | null) => void }

function Shown({ evidence, preview, onSheet }: ShownProps) {
  switch (preview.kind) {
    case 'image':
    case 'pdf':
      return <PagesView evidence={evidence} kind={preview.kind} />
    case 'text':
      return (
        <Stack gap={4}>
          <Text size="xs">
            {`Text, ${preview.encoding}`}
            {preview.isWhole ? '' : '; its beginning is shown. Save the file to read all of it.'}
          </Text>
          <Box className={classes['stage'] ?? ''} tabIndex={0} role="group" aria-label="Text of the file">
            <pre className={classes['text']}>{preview.text}</pre>
          </Box>
        </Stack>
      )
    case 'table':
      return (
        <Stack gap={4}>
          {preview.sheets.length < 2 ? null : (
            <Select
              size="xs"
              w={260}
              aria-label="Sheet"
              allowDeselect={false}
              data={sheetOptions(preview.sheets, preview.hiddenSheets)}
              value={preview.sheet}
              onChange={onSheet}
            />
          )}
          <Text size="xs">{`The first ${preview.rows.length} rows`}</Text>
          <Box className={classes['stage'] ?? ''} tabIndex={0} role="group" aria-label="Rows of the file">
            <CsvTable header={preview.header} rows={preview.rows} />
          </Box>
        </Stack>
      )
    case 'none':
      return <Text size="sm">{preview.because}</Text>
  }
}
