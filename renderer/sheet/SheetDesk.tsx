import { Alert, Group, Stack, Text } from '@mantine/core'
import { useCallback, useRef, useState, useSyncExternalStore } from 'react'
import { type PopulationColumn, populationColumns } from '../../shared/testing/populationColumns.ts'
import { DeviationPanel } from '../deviations/DeviationPanel.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Later } from '../ui/Later.tsx'
import { droppedFiles } from '../engine/shell.ts'
import { useAttach } from '../evidence/useAttach.ts'
import { cellTarget, itemTarget } from './cellTarget.ts'
import { ActiveItemAnswers } from './ActiveItemAnswers.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { emptyWords, SheetChoices } from './SheetChoices.tsx'
import { SheetEvidence } from './SheetEvidence.tsx'
import { SheetGrid } from './SheetGrid.tsx'
import { SheetLegend } from './SheetLegend.tsx'
import { SheetStatus } from './SheetStatus.tsx'
import type { SheetStore } from './sheetStore.ts'
import { TickmarkPicker } from './TickmarkPicker.tsx'
import { type CellPlace, cellAt, type SheetView } from './sheetView.ts'
import classes from './Sheet.module.css'
import { useCellInView } from './useCellInView.ts'
import { useReadOnlyReason } from '../ui/readOnly.ts'
import { NoteForm } from '../review/NoteForm.tsx'
import { cellIdOf } from '../../shared/record/cellId.ts'

type SheetDeskProps = {
  store: SheetStore
  view: SheetView
  engagementId: string
  /** The population columns that are shown. */
  columns: PopulationColumn[]
  onColumns: (names: string[]) => void
}

/** The sheet with its figures above, its legend below and the deviation beside it. */
export function SheetDesk({ store, view, engagementId, columns, onColumns }: SheetDeskProps) {
  const { procedure } = view.sheet
  const gridRef = useRef<HTMLDivElement>(null)
  const [noteOn, setNoteOn] = useState<CellPlace | null>(null)
  const [reviewNoteOn, setReviewNoteOn] = useState<CellPlace | null>(null)
  const [deviationOn, setDeviationOn] = useState<CellPlace | null>(null)
  const [hasEvidence, setHasEvidence] = useState(false)
  const { attachFiles, pasteImages } = useAttach()
  const [isPicking, setPicking] = useState(false)
  const [said, setSaid] = useState('')
  const readOnly = useReadOnlyReason()
  const error = useSyncExternalStore(store.subscribe, store.error)

  useCellInView(store, view)

  const activePlace = useCallback(() => cellAt(view, store.selection().active), [view, store])
  const keepFiles = async (files: FileList, of: 'cell' | 'item') => {
    if (readOnly !== null) {
      setSaid(readOnly)
      return
    }
    // The list is empty once the drop is over.
    const dropped = droppedFiles(files)
    const place = activePlace()
    if (place === null) return
    setHasEvidence(true)
    await attachFiles(of === 'cell' ? cellTarget(procedure.procedureId, place) : itemTarget(place), await dropped)
  }
  const keepImages = useCallback(
    (data: DataTransfer) => {
      const place = activePlace()
      const isTaken = place !== null && pasteImages(cellTarget(procedure.procedureId, place), data)
      if (isTaken) setHasEvidence(true)
      return isTaken
    },
    [activePlace, pasteImages, procedure.procedureId],
  )
  const focusGrid = () => gridRef.current?.focus()

  return (
    <div className={classes['sheet']}>
      <Stack gap="xs" className={classes['main'] ?? ''}>
        <Group justify="space-between">
          <SheetStatus store={store} sampleId={procedure.sampleId} />
          <Group gap="xs">
            <SheetChoices store={store} view={view} />
            <ColumnChoice columns={populationColumns(view.sheet)} shown={columns} onChange={onColumns} />
          </Group>
        </Group>
        {error ? (
          <Alert color="red" withCloseButton closeButtonLabel="Dismiss" onClose={store.dismissError} p="xs">
            <ErrorNote error={error} />
          </Alert>
        ) : null}
        {view.rows.length === 0 ? (
          <Text size="sm">{emptyWords(view.choice.filter)}</Text>
        ) : (
          <SheetGrid
            store={store}
            view={view}
            columns={columns}
            gridRef={gridRef}
            onNote={() => setNoteOn(activePlace())}
            onReviewNote={() => setReviewNoteOn(activePlace())}
            onDeviation={() => setDeviationOn(activePlace())}
            onTickmark={() => setPicking(true)}
            onEvidence={() => setHasEvidence(!hasEvidence)}
            onFiles={(files, of) => void keepFiles(files, of)}
            onImages={keepImages}
            onSay={setSaid}
          />
        )}
        <Later>
          <ActiveItemAnswers store={store} view={view} engagementId={engagementId} />
        </Later>
        <Text size="sm" role="status" mih={20}>
          {said}
        </Text>
        <Later>
          <SheetLegend sheet={view.sheet} />
        </Later>
      </Stack>
      {deviationOn !== null || hasEvidence ? (
        <Stack gap="xs" className={classes['pane'] ?? ''}>
          {deviationOn ? (
            <DeviationPanel
              engagementId={engagementId}
              subject={{
                controlId: procedure.controlId,
                controlRef: procedure.controlRef,
                deviationId: null,
                procedureId: procedure.procedureId,
                sampleId: procedure.sampleId,
                sampleItemId: deviationOn.item.sampleItemId,
                itemId: deviationOn.item.itemId,
                attribute: deviationOn.letter,
              }}
              onClose={() => {
                setDeviationOn(null)
                focusGrid()
              }}
            />
          ) : null}
          {hasEvidence ? (
            <SheetEvidence
              {...{ store, view, engagementId }}
              onClose={() => {
                setHasEvidence(false)
                focusGrid()
              }}
            />
          ) : null}
        </Stack>
      ) : null}
      {isPicking ? (
        <TickmarkPicker
          store={store}
          view={view}
          onClose={() => {
            setPicking(false)
            focusGrid()
          }}
        />
      ) : null}
      {reviewNoteOn ? (
        <NoteForm
          target={{
            entity: 'result',
            id: cellIdOf(procedure.procedureId, reviewNoteOn.item.sampleItemId, reviewNoteOn.letter),
          }}
          of={`${reviewNoteOn.item.itemId}, attribute ${reviewNoteOn.letter}`}
          onClose={() => {
            setReviewNoteOn(null)
            focusGrid()
          }}
        />
      ) : null}
      {noteOn ? (
        <NoteEditor
          store={store}
          place={noteOn}
          onClose={() => {
            setNoteOn(null)
            focusGrid()
          }}
        />
      ) : null}
    </div>
  )
}
