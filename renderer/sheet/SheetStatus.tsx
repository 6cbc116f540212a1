import { Button, Group, Popover, Stack, Text } from '@mantine/core'
import { useMemo, useSyncExternalStore } from 'react'
import type { SampleFigures } from '../../shared/sample/figures.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { CopySentence } from '../samples/figures/CopySentence.tsx'
import { figureLines } from '../samples/figures/figureLines.ts'
import { FiguresTable } from '../samples/figures/FiguresTable.tsx'
import { limitTextOf, nextText, rateText, verdictText } from '../samples/figures/figureWords.ts'
import { rateWords } from '../ui/rates.ts'
import { type AttributeFigures, figuresOfAttributes, figuresOfItems } from './sheetFigures.ts'
import type { SheetStore } from './sheetStore.ts'
import { useSheetState } from './useSheetStore.ts'
import classes from './Sheet.module.css'

type SheetStatusProps = { store: SheetStore; sampleId: string | null }

/** The figures above the sheet: all of them follow the key, saved or not. */
export function SheetStatus({ store, sampleId }: SheetStatusProps) {
  const counted = useSyncExternalStore(store.subscribeCounts, store.tally)
  if (!counted) return null
  const { drawn, tested, deviations } = counted
  return (
    <Group gap="4px 16px" role="group" aria-label="Progress of the test sheet">
      <Figure name={drawn === 1 ? 'item drawn' : 'items drawn'} value={drawn} />
      <Figure name="tested" value={tested} />
      <Figure name={deviations === 1 ? 'deviation' : 'deviations'} value={deviations} />
      {sampleId === null ? null : <Figures store={store} sampleId={sampleId} />}
      <SavedWords store={store} />
    </Group>
  )
}

/** Changes with every key, and lays out nothing but itself: what stands in a flex line never can, so it has a box around it. */
function SavedWords({ store }: { store: SheetStore }) {
  const saving = useSyncExternalStore(store.subscribe, store.saving)
  return (
    <div>
      <Text size="sm" role="status" className={classes['savedWords'] ?? ''}>
        {saving > 0 ? `○ Saving ${saving}` : '● Saved'}
      </Text>
    </div>
  )
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <Text size="sm">
      <strong>{value}</strong> {name}
    </Text>
  )
}

function Figures({ store, sampleId }: { store: SheetStore; sampleId: string }) {
  const { data: basis } = useEngineQuery('sample.basis', { sampleId })
  const counted = useSyncExternalStore(store.subscribeCounts, store.tally)
  const state = useSheetState(store)
  const view = state.status === 'ready' ? state.view : null
  // The count is made anew with every key and only then: the figures follow it.
  const all = useMemo(
    () => (basis === undefined || view === null || counted === null ? null : figuresOfItems(basis, view, store.cells)),
    [basis, view, counted, store],
  )
  if (basis === undefined || view === null || all === null) return null
  return (
    <>
      <Text size="sm">{`rate ${rateText(all)}`}</Text>
      {all.upperLimit === null ? (
        <Text size="sm">{all.noLimitBecause ?? 'no upper limit'}</Text>
      ) : (
        <Text size="sm">
          upper limit <strong>{limitTextOf(all)}</strong>,{' '}
          {`${nextText(all)} if the next one fails, ${verdictText(all)}`}
        </Text>
      )}
      {all.ruleConfidence === null ? null : (
        <Text size="sm">{`confidence of the whole rule ${rateWords(all.ruleConfidence)}`}</Text>
      )}
      <Details all={all} attributes={() => figuresOfAttributes(basis, view, store.cells)} />
    </>
  )
}

type DetailsProps = {
  all: SampleFigures
  /** Worked out only where they are looked at. */
  attributes: () => AttributeFigures[]
}

/** Attribute by attribute, with the sentence for the workpaper. */
function Details(props: DetailsProps) {
  return (
    <Popover width={960} position="bottom-start" withArrow trapFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="default">
          Figures…
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Figures of the sheet">
        <ByAttribute {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}

function ByAttribute({ all, attributes }: DetailsProps) {
  return (
    <Stack gap="xs">
      <FiguresTable of="Attribute" lines={figureLines(all, attributes())} />
      <CopySentence sentence={all.sentence} />
    </Stack>
  )
}
