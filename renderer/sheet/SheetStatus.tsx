import { Button, Group, Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useEngineQuery } from '../engine/hooks.ts'
import { askShell } from '../engine/shell.ts'
import { rateWords, upperLimitWords } from '../ui/rates.ts'
import type { SheetStore } from './sheetStore.ts'

type SheetStatusProps = { store: SheetStore; sampleId: string | null; procedureId: string }

/** The figures above the sheet. Counts follow the key; the upper limit follows what is saved. */
export function SheetStatus({ store, sampleId, procedureId }: SheetStatusProps) {
  const counted = useSyncExternalStore(store.subscribe, store.tally)
  const saving = useSyncExternalStore(store.subscribe, store.saving)
  if (!counted) return null
  const { items, cells } = counted
  return (
    <Group gap="md" role="group" aria-label="Progress of the test sheet">
      <Figure name={items.drawn === 1 ? 'item drawn' : 'items drawn'} value={items.drawn} />
      <Figure name="tested" value={items.tested} />
      <Figure name={cells.deviations === 1 ? 'deviation' : 'deviations'} value={cells.deviations} />
      {sampleId === null ? null : <UpperLimit sampleId={sampleId} procedureId={procedureId} />}
      <Text size="sm" role="status">
        {saving > 0 ? `○ Saving ${saving}` : '● Saved'}
      </Text>
    </Group>
  )
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <Text size="sm">
      <strong>{value}</strong> {name}
    </Text>
  )
}

function UpperLimit({ sampleId, procedureId }: { sampleId: string; procedureId: string }) {
  const { data } = useEngineQuery('sample.evaluate', { sampleId, procedureId })
  if (!data) return null
  if (data.upperLimit === null) return <Text size="sm">{data.noLimitBecause ?? 'no upper limit'}</Text>
  const { rate, upperLimit, deviatingItems, upperLimitIfNextFails, supported, ruleConfidence, sentence } = data
  return (
    <>
      <Text size="sm" title={sentence}>
        {rate === null ? '' : `rate ${rateWords(rate)}, `}upper limit <strong>{upperLimitWords(upperLimit)}</strong>
        {deviatingItems === null ? '' : ` (at most ${deviatingItems} items)`} at {rateWords(data.confidence)} confidence
        {supported === null
          ? ''
          : `, ${supported ? '✓ supports' : '✗ does not support'} a tolerable rate of ${rateWords(data.tolerableRate)}`}
        {upperLimitIfNextFails === null ? '' : `, ${upperLimitWords(upperLimitIfNextFails)} if the next fails`}
        {ruleConfidence === null ? '' : `, whole rule ${rateWords(ruleConfidence)} confidence`}
      </Text>
      <Button size="compact-xs" variant="default" onClick={() => void askShell({ kind: 'copyText', text: sentence })}>
        Copy the sentence
      </Button>
    </>
  )
}
