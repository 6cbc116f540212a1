import { notifications } from '@mantine/notifications'
import { nextUntested, type Sheet } from '../../shared/testing/nextUntested.ts'
import { type SheetTally, tally } from '../../shared/testing/tally.ts'
import { calm } from '../engine/calm.ts'
import { callEngine, onEngineEvent } from '../engine/client.ts'
import { createResultQueue, type SheetAction } from './resultQueue.ts'
import { selectCell, type Selection, within } from '../ui/selection.ts'
import { createSheetCells, type SheetCells } from './sheetCells.ts'
import { outcomeAt, type Target } from './sheetActions.ts'
import {
  cellKey,
  countedItems,
  outcomesOf,
  replacedItems,
  type SheetChoice,
  type SheetView,
  viewSheet,
} from './sheetView.ts'

/** What the screen draws besides the cells; replaced as a whole when it changes. */
export type SheetState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error }
  | { status: 'ready'; view: SheetView }

/** A test sheet outside of React: rows, results, selection and the writes on their way. */
export type SheetStore = {
  subscribe: (listener: () => void) => () => void
  /** Follows what is counted, which is done once the cells are painted and the keys rest for a moment. */
  subscribeCounts: (listener: () => void) => () => void
  /** Loads the sheet and follows the engine until the returned function is called. */
  open: () => () => void
  reload: () => Promise<void>
  state: () => SheetState
  cells: SheetCells
  /** Counts up with every change of an item's results. */
  itemRevision: (sampleItemId: string) => number
  selection: () => Selection
  select: (selection: Selection) => void
  /** Selects the next untested cell; false when there is none. */
  selectNextUntested: () => boolean
  /** Chooses the rows anew, also where the choice is the same. */
  choose: (choice: Partial<SheetChoice>) => void
  record: (action: SheetAction) => void
  /** Takes the last change back, once all that was typed is saved. Resolves to what was undone, in words. */
  undo: () => Promise<string | null>
  /** Does again what was undone last. Resolves to what it was, in words. */
  redo: () => Promise<string | null>
  /** Resolves once everything typed so far is answered. */
  drained: () => Promise<void>
  /** Sends at once what waits, because the window closes. */
  flush: () => void
  tally: () => SheetTally | null
  /** Writes that are not durable yet. */
  saving: () => number
  /** How many screens show it now. */
  screens: () => number
  error: () => Error | null
  dismissError: () => void
}

export function createSheetStore(procedureId: string): SheetStore {
  const listeners = new Set<() => void>()
  const countListeners = new Set<() => void>()
  const cells = createSheetCells()
  const revisions = new Map<string, number>()
  let state: SheetState = { status: 'loading' }
  let selection = selectCell({ row: 0, column: 0 })
  let error: Error | null = null
  let counted: SheetTally | null = null
  let ownEvents = 0
  let screens = 0

  const changed = () => {
    for (const listener of listeners) listener()
  }
  const cellsChanged = (touched: readonly { sampleItemId: string }[]) => {
    for (const { sampleItemId } of touched) revisions.set(sampleItemId, (revisions.get(sampleItemId) ?? 0) + 1)
    changed()
  }
  const count = () => {
    counted = null
    for (const listener of countListeners) listener()
  }
  const countAnew = calm(() => requestIdleCallback(count), countTimes)
  const outcomesChanged = (touched: readonly { sampleItemId: string }[]) => {
    cellsChanged(touched)
    countAnew()
  }
  const fail = (cause: unknown) => {
    error = cause instanceof Error ? cause : new Error(String(cause))
    if (screens === 0) notifications.show({ color: 'red', title: 'A result was not saved', message: error.message })
    changed()
  }

  const queue = createResultQueue({
    send: (action) => {
      ownEvents += 1
      return callEngine('result.record', { results: action.map((write) => ({ procedureId, ...write })) })
    },
    saved: (action) => {
      for (const write of action) cells.settle(write)
      cellsChanged(action)
    },
    refused: (action, cause) => {
      ownEvents -= 1
      for (const write of action) cells.takeBack(write)
      outcomesChanged(action)
      fail(cause)
      void reload()
    },
  })

  const show = (view: SheetView) => {
    const bounds = { rows: view.rows.length, columns: view.sheet.letters.length }
    selection = { active: within(selection.active, bounds), anchor: within(selection.anchor, bounds) }
    state = { status: 'ready', view }
  }

  const reload = async () => {
    try {
      const { results, placed, evidence, reviewNotes, ...rest } = await callEngine('result.sheet', { procedureId })
      cells.load({ results, placed })
      const choice = state.status === 'ready' ? state.view.choice : firstChoice
      const sheet = {
        ...rest,
        letters: rest.procedure.attributes.map(({ letter }) => letter),
        replaced: replacedItems(rest.items),
        evidence: new Map(evidence.map((each) => [cellKey(each.sampleItemId, each.attribute), each.files])),
        reviewNotes: new Map(reviewNotes.map((each) => [cellKey(each.sampleItemId, each.attribute), each.notes])),
      }
      show(viewSheet(sheet, cells, choice))
      outcomesChanged(sheet.items)
    } catch (cause) {
      if (state.status === 'ready') fail(cause)
      else state = { status: 'failed', error: cause instanceof Error ? cause : new Error(String(cause)) }
      changed()
    }
  }

  /** Own writes come back as events; the cells show them already. Anything else may have changed the sheet. */
  const follow = () =>
    onEngineEvent('entities.changed', ({ command, entities }) => {
      if (command === 'result.record' && ownEvents > 0) {
        ownEvents -= 1
        return
      }
      if (entities.some(({ entity }) => sheetEntities.has(entity))) void reload()
    })

  const back = async (method: 'journal.undo' | 'journal.redo') => {
    if (state.status !== 'ready') return null
    await queue.drained()
    try {
      const { title } = await callEngine(method, { engagementId: state.view.sheet.procedure.engagementId })
      await reload()
      return title
    } catch (cause) {
      fail(cause)
      return null
    }
  }

  const target = (): Target | null => (state.status === 'ready' ? { view: state.view, cells } : null)

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    subscribeCounts: (listener) => {
      countListeners.add(listener)
      return () => countListeners.delete(listener)
    },
    open: () => {
      screens += 1
      ownEvents = queue.open()
      void reload()
      const unfollow = follow()
      const flush = () => queue.flush()
      window.addEventListener('beforeunload', flush)
      return () => {
        screens -= 1
        unfollow()
        void queue.drained().then(() => window.removeEventListener('beforeunload', flush))
      }
    },
    reload,
    state: () => state,
    cells,
    itemRevision: (sampleItemId) => revisions.get(sampleItemId) ?? 0,
    selection: () => selection,
    select: (next) => {
      selection = next
      changed()
    },
    selectNextUntested: () => {
      const its = target()
      const found = its && nextUntested(untestedIn(its), selection.active)
      if (!found) return false
      selection = selectCell(found)
      changed()
      return true
    },
    choose: (choice) => {
      if (state.status !== 'ready') return
      show(viewSheet(state.view.sheet, cells, { ...state.view.choice, ...choice }))
      changed()
    },
    record: (action) => {
      if (action.length === 0) return
      for (const write of action) cells.show(write)
      for (let start = 0; start < action.length; start += largestCall)
        queue.add(action.slice(start, start + largestCall))
      outcomesChanged(action)
    },
    undo: () => back('journal.undo'),
    redo: () => back('journal.redo'),
    drained: () => queue.drained(),
    flush: () => queue.flush(),
    tally: () => {
      if (state.status !== 'ready') return null
      const { sheet } = state.view
      counted ??= tally(outcomesOf(cells, countedItems(sheet), sheet.letters))
      return counted
    },
    saving: () => queue.open(),
    screens: () => screens,
    error: () => error,
    dismissError: () => {
      error = null
      changed()
    },
  }
}

/** Results that `result.record` takes in one call. */
const largestCall = 10_000

/** The figures follow the keys without standing in the way of the next one, in milliseconds. */
const countTimes = { quiet: 100, latest: 500 }

/** Items in the order of the draw, all of them. */
const firstChoice: SheetChoice = { filter: 'all', byMonth: false }

const sheetEntities = new Set([
  'result',
  'evidenceLink',
  'reviewNote',
  'resultTickmark',
  'tickmark',
  'procedure',
  'attribute',
  'sample',
  'sampleItem',
])

function untestedIn(target: Target): Sheet {
  const { rows, sheet } = target.view
  return {
    rows: rows.length,
    columns: sheet.letters.length,
    isUntested: (position) => {
      const item = rows[position.row]
      return item !== undefined && !sheet.replaced.has(item.sampleItemId) && outcomeAt(target, position) === null
    },
  }
}
