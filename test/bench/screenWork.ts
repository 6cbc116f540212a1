import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { links } from '../../renderer/app/links.ts'
import { answerOpenDialog } from '../e2e/dialogs.ts'
import { openTestEngine, testPassphrase, type TestEngine } from '../engine/openTestEngine.ts'
import { onBenchDisplay, openBenchWindow } from './benchWindow.ts'
import { type Figure, figureOf } from './figures.ts'
import { makeFullEngagement } from './fullEngagement.ts'
import { addFullLists } from './fullLists.ts'

const visits = 5
const note = '300 controls, 15,000 items, 60,000 results, 2,000 files, a million rows, in the real window'

/** Every screen of a full engagement in the real window: from the change of the address until it is there, and until it is at rest. */
export async function screenWork(): Promise<Figure[]> {
  const engine = await openTestEngine()
  try {
    const engagementId = await makeFullEngagement(engine)
    await addFullLists(engine, engagementId)
    const screens = await screensOf(engine, engagementId)
    await engine.call('store.lock', {})
    return await onBenchDisplay(() => visit(engine, screens))
  } finally {
    await engine.close()
  }
}

type Screens = Record<string, string>

async function screensOf(engine: TestEngine, engagementId: string): Promise<Screens> {
  const { controls } = await engine.call('control.list', { engagementId, limit: 1 })
  const controlId = controls[0]?.controlId ?? ''
  const { procedures } = await engine.call('procedure.list', { engagementId, controlId })
  const { populations } = await engine.call('population.list', { engagementId })
  const { samples } = await engine.call('sample.list', { engagementId })
  return {
    dashboard: links.dashboard(engagementId),
    scope: links.scope(engagementId),
    'system description': links.description(engagementId),
    narratives: links.narratives(engagementId),
    controls: links.controls(engagementId),
    'one control': links.control(engagementId, controlId),
    populations: links.populations(engagementId),
    'one population': links.population(engagementId, populations.at(-1)?.populationId ?? ''),
    'its million rows': links.populationRows(engagementId, populations.at(-1)?.populationId ?? ''),
    'one sample': links.sample(engagementId, samples[0]?.sampleId ?? ''),
    'one test sheet': links.sheet(engagementId, procedures[0]?.procedureId ?? ''),
    evidence: links.evidence(engagementId),
    tickmarks: links.tickmarks(engagementId),
    requests: links.requests(engagementId),
    deviations: links.deviations(engagementId),
    conclusions: links.conclusions(engagementId),
    'ISO 27001': links.iso(engagementId),
    gates: links.gates(engagementId),
    report: links.report(engagementId),
    compare: links.compare(engagementId),
    review: links.review(engagementId),
    bundles: links.bundles(engagementId),
    journal: links.journal(engagementId),
  }
}

async function visit(engine: TestEngine, screens: Screens): Promise<Figure[]> {
  const app = await openBenchWindow(join(engine.folder, 'user-data'))
  try {
    const page = await app.firstWindow()
    await answerOpenDialog(app, engine.storeFolder)
    await page.getByRole('button', { name: 'Choose a folder…' }).click()
    await page.getByLabel('Passphrase', { exact: true }).fill(testPassphrase)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByRole('link', { name: 'Northwind Ledger, Inc.' }).waitFor()
    const opened = await goTo(page, screens['dashboard'] ?? '')
    await page.getByText('Next step').waitFor()
    const times = new Map<string, Visit[]>(Object.keys(screens).map((name) => [name, []]))
    for (let round = 0; round < visits; round += 1) {
      for (const [name, address] of Object.entries(screens)) times.get(name)?.push(await goTo(page, address))
    }
    const first = figureOf('screen: dashboard at once after opening, there', [opened.there], note)
    const each = [...times].flatMap(([name, all]) => [
      figureOf(
        `screen: ${name}, there`,
        all.map(({ there }) => there),
        note,
      ),
      figureOf(
        `screen: ${name}, at rest`,
        all.map(({ atRest }) => atRest),
        note,
      ),
    ])
    return [first, ...each]
  } finally {
    await app.close()
  }
}

/**
 * Milliseconds from the change of an address: until its screen is painted with its title, shows no more that it is loading and
 * answers keys, and until the last change of the document, which half a second of quiet follows. The clock of the header is no part of a screen.
 */
type Visit = { there: number; atRest: number }

function goTo(page: Page, address: string): Promise<Visit> {
  return page.evaluate(
    ([to, quiet]) =>
      new Promise<Visit>((resolve) => {
        const main = document.querySelector('main')
        if (main === null) throw new Error('The window has no screen')
        const left = main.querySelector('h1')
        const start = performance.now()
        let there: number | undefined
        let last = start
        const done = () => {
          observer.disconnect()
          resolve({ there: there ?? last - start, atRest: last - start })
        }
        let timer = setTimeout(done, 10 * quiet)
        let isComing = false
        const noteScreen = () => {
          const title = main.querySelector('h1')
          const waits = main.querySelector('[aria-label="Loading"]') !== null
          if (isComing || waits || title === null || title === left) return
          isComing = true
          // A frame is painted after its animation callbacks; what follows it runs in a task of its own.
          requestAnimationFrame(() => setTimeout(() => (there = performance.now() - start)))
        }
        const observer = new MutationObserver(() => {
          last = performance.now()
          noteScreen()
          clearTimeout(timer)
          timer = setTimeout(done, quiet)
        })
        observer.observe(main, { childList: true, subtree: true, characterData: true, attributes: true })
        location.hash = to
      }),
    [address, 500] as const,
  )
}
