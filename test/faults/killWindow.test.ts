import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Outcome } from '../../shared/contract/result.ts'
import { enginePid } from '../e2e/engineProcess.ts'
import { goTo } from '../e2e/goTo.ts'
import { unlockStore } from '../e2e/sampleEngagement.ts'
import { openWindow, type TestWindow } from '../e2e/window.ts'
import { addPopulation, period } from '../engine/fieldwork.ts'
import { FaultStore } from './faultStore.ts'
import { expectSound } from './promises.ts'
import { momentOf, rounds } from './schedule.ts'
import { tally } from './tally.ts'

/** What is killed, round by round. The window outlives its engine alone, so that comes first. */
const victims = ['engine', 'main', 'engine and main'] as const
/** To start a window takes seconds: three rounds in every check, sixty by night. */
const here = Math.ceil((rounds * 3) / 50)
const items = 24
const letters = ['A', 'B', 'C', 'D']

let store: FaultStore
let procedureId: string

beforeAll(async () => {
  store = await FaultStore.open(async (maker, engagementId) => {
    const { controls } = await maker.call('control.list', { engagementId })
    const controlId = controls[0]?.controlId ?? ''
    const list = Array.from({ length: items }, (_, at) => `T-${at},${period.start},core`)
    const populationId = await addPopulation(maker, engagementId, list)
    await maker.call('sample.draw', { populationId, controlId, method: 'all' })
    const attributes = letters.map((letter) => ({ letter, text: `Attribute ${letter}` }))
    const procedure = { controlId, nature: 'inspection', text: 'Inspect each ticket.', attributes } as const
    ;({ procedureId } = await maker.call('procedure.save', procedure))
  })
  await store.engine.call('store.lock', {})
}, 120_000)
afterAll(() => store.remove())

it(`keeps every result that the window showed as saved, through ${here} kills of engine, main and both while somebody types`, async () => {
  const lost: string[] = []
  let window: TestWindow | undefined
  let folder: string | undefined
  for (let round = 0; round < here; round += 1) {
    const victim = victims[round % victims.length] ?? 'main'
    window ??= await openWindow(folder)
    ;({ folder } = window)
    await openSheet(window)
    const saved = await typeUntilKilled(window, victim, round)
    const gone = await lostOf(saved, round)
    tally({ fault: `kill of ${victim}, typing in the window`, rounds: 1, saved: saved.size, lost: gone.length })
    lost.push(...gone)
    if (victim !== 'engine') window = undefined
  }
  expect(lost).toEqual([])
})

async function openSheet(window: TestWindow): Promise<void> {
  const { page } = window
  await goTo(page, `#/e/${store.engagementId}/sheets/${procedureId}`)
  await unlockStore(window, store.store)
  await page.getByRole('grid', { name: 'Test sheet' }).focus()
  await page.getByText('● Saved').waitFor()
}

const keyOf = (round: number) => (round % 2 === 0 ? 'p' : 'n')
const outcomeOf = (round: number): Outcome => (round % 2 === 0 ? 'pass' : 'not_applicable')

/** @returns the cells that were shown as saved with the outcome of the round before the process was killed */
async function typeUntilKilled({ app, page }: TestWindow, victim: string, round: number): Promise<Set<string>> {
  const { answers, milliseconds } = momentOf('window', round)
  const enough = Promise.withResolvers<void>()
  let saved: string[] = []
  const killed = new AbortController()
  const typing = (async () => {
    for (let place = 0; !killed.signal.aborted; place += 1) {
      await typeResult(page, place, keyOf(round))
      const shown = await savedCells(page, outcomeOf(round))
      saved = shown
      if (shown.length > answers * 5) enough.resolve()
    }
  })()
  await Promise.race([enough.promise, typing])
  await setTimeout(milliseconds)
  await kill(app, victim)
  killed.abort()
  // The page that is typed into may be gone.
  await typing.catch(() => undefined)
  return new Set(saved)
}

/** Fills the sheet downwards, column by column, and begins again at its end. */
async function typeResult(page: Page, place: number, key: string): Promise<void> {
  if (place % items === 0) {
    await page.keyboard.press('Control+Home')
    for (let column = 0; column < Math.floor(place / items) % letters.length; column += 1)
      await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press(key)
  await page.keyboard.press('ArrowDown')
}

function savedCells(page: Page, outcome: Outcome): Promise<string[]> {
  const cells = page.locator(`[role=gridcell][data-outcome=${outcome}]:not([data-pending])`)
  return cells.evaluateAll((found) => found.map((cell) => cell.getAttribute('aria-label')?.split(':')[0] ?? ''))
}

async function kill(app: ElectronApplication, victim: string): Promise<void> {
  const [engine, main] = [await enginePid(app), app.process()]
  if (victim !== 'main') process.kill(engine, 'SIGKILL')
  if (victim === 'engine') return
  const ended = once(main, 'exit')
  main.kill('SIGKILL')
  await ended
}

/** Opens the store without a window, once whoever had it is gone. @returns those of the cells that hold something else */
async function lostOf(saved: ReadonlySet<string>, round: number): Promise<string[]> {
  await vi.waitFor(() => store.unlock(), { timeout: 30_000, interval: 100 })
  await expectSound(store)
  const { items: drawn, results } = await store.engine.call('result.sheet', { procedureId })
  await store.engine.call('store.lock', {})
  const names = new Map(drawn.map(({ sampleItemId, itemId }) => [sampleItemId, itemId]))
  const held = results.filter(({ outcome }) => outcome === outcomeOf(round))
  const cells = new Set(held.map(({ sampleItemId, attribute }) => `${names.get(sampleItemId)}, attribute ${attribute}`))
  return [...saved].filter((cell) => !cells.has(cell))
}
