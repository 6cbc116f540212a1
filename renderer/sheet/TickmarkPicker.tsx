import { Anchor, Button, Group, Kbd, Modal, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { links } from '../app/links.ts'
import type { Tickmark } from '../../shared/contract/tickmark.ts'
import { AddUsual } from '../tickmarks/AddUsual.tsx'
import { TickmarkForm } from '../tickmarks/TickmarkForm.tsx'
import { positionsOf, rangeOf } from '../ui/selection.ts'
import { toggleTickmark } from './sheetActions.ts'
import type { SheetStore } from './sheetStore.ts'
import { cellAt, type SheetView } from './sheetView.ts'

type TickmarkPickerProps = { store: SheetStore; view: SheetView; onClose: () => void }

/** The legend over the selected cells: its digit, or Enter, puts a tickmark beside them or takes it away. */
export function TickmarkPicker({ store, view, onClose }: TickmarkPickerProps) {
  const { legend, procedure } = view.sheet
  const { engagementId } = procedure
  const listRef = useRef<HTMLDivElement>(null)
  const range = rangeOf(store.selection())
  const places = positionsOf(range).flatMap((position) => cellAt(view, position) ?? [])

  const pick = (tickmarkId: string) => {
    store.record(toggleTickmark({ view, cells: store.cells }, range, tickmarkId))
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = /^[1-9]$/.test(event.key) ? legend[Number(event.key) - 1] : undefined
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (chosen === undefined && step === 0) return
    event.preventDefault()
    if (chosen === undefined) moveFocus(listRef.current, step)
    else pick(chosen.tickmarkId)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`Tickmark beside ${places.length === 1 ? 'this result' : `${places.length} results`}`}
    >
      <Stack gap="sm">
        {legend.length === 0 ? (
          <Group justify="space-between">
            <Text size="sm">The legend of this engagement is empty.</Text>
            <AddUsual engagementId={engagementId} />
          </Group>
        ) : (
          <div ref={listRef} role="toolbar" tabIndex={-1} aria-label="Legend" onKeyDown={onKeyDown}>
            {legend.map((tickmark, at) => (
              <LegendButton
                key={tickmark.tickmarkId}
                tickmark={tickmark}
                digit={at < 9 ? at + 1 : null}
                isFirst={at === 0}
                isPlaced={places.every(({ item, letter }) =>
                  store.cells.get(item.sampleItemId, letter).shown.tickmarks.has(tickmark.tickmarkId),
                )}
                onPick={() => pick(tickmark.tickmarkId)}
              />
            ))}
          </div>
        )}
        <TickmarkForm engagementId={engagementId} tickmark={null} onSaved={pick} />
        <Anchor size="sm" href={links.tickmarks(engagementId)} onClick={onClose}>
          Legend of the engagement
        </Anchor>
      </Stack>
    </Modal>
  )
}

type LegendButtonProps = {
  tickmark: Tickmark
  digit: number | null
  isFirst: boolean
  isPlaced: boolean
  onPick: () => void
}

function LegendButton({ tickmark: { symbol, meaning }, digit, isFirst, isPlaced, onPick }: LegendButtonProps) {
  return (
    <Button
      fullWidth
      variant="subtle"
      color="gray"
      justify="flex-start"
      data-autofocus={isFirst || undefined}
      aria-pressed={isPlaced}
      leftSection={digit === null ? null : <Kbd size="xs">{digit}</Kbd>}
      onClick={onPick}
    >
      <Text size="sm" span>
        <strong>{symbol}</strong> {meaning}
        {isPlaced ? ' · stands there' : ''}
      </Text>
    </Button>
  )
}

function moveFocus(list: HTMLElement | null, step: number): void {
  const buttons = [...(list?.querySelectorAll('button') ?? [])]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
