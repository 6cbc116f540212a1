import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { answerOpenDialog } from '../e2e/dialogs.ts'
import { onBenchDisplay, openBenchWindow } from './benchWindow.ts'
import { benchPassphrase, type BuiltHost, openBuiltHost } from './builtHost.ts'
import { type Figure, figureOf } from './figures.ts'

const items = 1000
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
const keys = 300

/** A test sheet of 1,000 items by 8 attributes in the real window: from a key to its paint, and to its result on the disk. */
export async function sheetWork(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'))
  try {
    const host = await openBuiltHost(folder)
    const address = await makeSheet(host, folder)
    await host.close()
    return await onBenchDisplay(() => typeInWindow(folder, address))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @returns the address of the sheet in the window */
async function makeSheet(host: BuiltHost, folder: string): Promise<string> {
  const file = join(folder, 'changes.csv')
  const lines = Array.from({ length: items }, (_, at) => {
    const day = new Date(Date.UTC(2025, 9, 1) + Math.floor((at * 365) / items) * 86_400_000).toISOString().slice(0, 10)
    return `CHG-${String(at).padStart(4, '0')},${day},system-${at % 6},person ${at % 40}`
  })
  await writeFile(file, `change_id,deployed_on,system,author\n${lines.join('\n')}\n`)
  const { engagementId } = await host.call<{ engagementId: string }>('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  const { controlId } = await host.call<{ controlId: string }>('control.save', {
    engagementId,
    ref: 'CHG-01',
    title: 'Change approval',
    criteria: ['CC8.1'],
    description: 'Two people approve.',
    frequency: 'multiple_daily',
    type: 'manual',
    nature: 'preventive',
  })
  const { populationId } = await host.call<{ populationId: string }>('population.import', {
    engagementId,
    name: 'Changes',
    file,
    columns: { itemId: 'change_id', date: 'deployed_on' },
  })
  await host.call('population.conclude', { populationId, complete: true, accurate: true, procedure: 'Reconciled.' })
  const { sampleId } = await host.call<{ sampleId: string }>('sample.draw', { populationId, controlId, method: 'all' })
  const { procedureId } = await host.call<{ procedureId: string }>('procedure.save', {
    controlId,
    sampleId,
    nature: 'inspection',
    text: 'Inspect the tickets.',
    attributes: letters.map((letter) => ({ letter, text: `Attribute ${letter}` })),
  })
  return `#/e/${engagementId}/sheets/${procedureId}`
}

async function typeInWindow(folder: string, address: string): Promise<Figure[]> {
  const app = await openBenchWindow(join(folder, 'user-data'))
  try {
    const page = await app.firstWindow()
    await answerOpenDialog(app, join(folder, 'store'))
    await page.getByRole('button', { name: 'Choose a folder…' }).click()
    await page.getByLabel('Passphrase', { exact: true }).fill(benchPassphrase)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByRole('link', { name: 'Northwind Ledger, Inc.' }).click()
    await page.getByText('Next step').waitFor()
    await page.evaluate((to) => {
      location.hash = to
    }, address)
    return await type(page)
  } finally {
    await app.close()
  }
}

/** Milliseconds: of every key the hand-over and the frame on the screen, and of every result its durability. */
type Watched = { results: number[]; moves: number[]; shown: number[]; saved: number[] }

async function type(page: Page): Promise<Figure[]> {
  const grid = page.getByRole('grid', { name: 'Test sheet' })
  await grid.waitFor()
  await grid.focus()
  await page.keyboard.press('Control+Home')
  const watched = await page.evaluateHandle(watchKeys)
  for (let key = 0; key < keys; key += 1) {
    await anyMomentOfAFrame()
    await page.keyboard.press('p')
    await watched.evaluate(untilMeasured, { kind: 'saved', count: key + 1 } as const)
    await anyMomentOfAFrame()
    await page.keyboard.press('ArrowDown')
    await watched.evaluate(untilMeasured, { kind: 'moves', count: key + 1 } as const)
  }
  const { results, moves, shown, saved } = await watched.jsonValue()
  const note = `${items} items by ${letters.length} attributes, in the real window`
  return [
    figureOf('key to paint on a test sheet', results, `${note}, until the frame is handed over`),
    figureOf('arrow to paint on a test sheet', moves, `${note}, until the frame is handed over`),
    figureOf('key to screen on a test sheet', shown, `${note}, until its frame is presented, to 8 ms`),
    figureOf('key to durable on a test sheet', saved, `${note}, until the screen says that it is saved`),
  ]
}

/** A hand knows nothing of frames: without this, each key would follow the frame that showed the one before. */
const anyMomentOfAFrame = () => setTimeout(Math.random() * 17)

/** In the page: resolves once so many keys of each kind were measured. */
function untilMeasured(watched: Watched, { kind, count }: { kind: 'saved' | 'moves'; count: number }): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const look = () => (watched[kind].length >= count ? resolve() : void requestAnimationFrame(look))
  look()
  return promise
}

/**
 * In the page. Every time begins with the instant at which the browser received the key (`timeStamp`), so a busy window counts.
 * - to paint: the end of the frame that follows the key's work, when the page has painted and hands over to the
 *   compositor; the wait for the next frame (up to 16.7 ms on a screen of 60 Hz) is in it
 * - to screen: the browser's own measure of the presented frame (Event Timing), with rastering and compositing, which
 *   happen without a graphics card here; it tells multiples of 8 ms, and nothing below 16, which counts as 16
 * - to durable: the moment at which the screen says that nothing waits to be saved
 */
function watchKeys(): Watched {
  const watched: Watched = { results: [], moves: [], shown: [], saved: [] }
  let pressed: number | null = null
  const status = document.querySelector('[aria-label="Progress of the test sheet"] [role="status"]')
  if (status === null) throw new Error('The sheet does not say what is saved')
  let saving = false
  new MutationObserver(() => {
    if (status.textContent.includes('Saving')) saving = true
    else if (saving && pressed !== null) {
      watched.saved.push(performance.now() - pressed)
      saving = false
    }
  }).observe(status, { childList: true, characterData: true, subtree: true })
  const shown = new Map<number, number>()
  const eventTiming: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', durationThreshold: 16 }
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name === 'keydown' && shown.has(startTime)) shown.set(startTime, duration)
    }
    watched.shown = [...shown.values()]
  }).observe(eventTiming)
  document.addEventListener(
    'keydown',
    (event) => {
      const start = event.timeStamp
      if (event.key === 'p') {
        pressed = start
        shown.set(start, 16)
      }
      const durations = event.key === 'p' ? watched.results : watched.moves
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => durations.push(performance.now() - start))
        channel.port1.start()
        channel.port2.postMessage(null)
      })
    },
    { capture: true },
  )
  return watched
}
