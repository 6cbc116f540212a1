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

/** Every screen of a full engagement in the real window, from the change of the address until nothing on it moves any more. */
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
    await page.getByRole('link', { name: 'Northwind Ledger, Inc.' }).click()
    await page.getByText('Next step').waitFor()
    const durations = new Map<string, number[]>(Object.keys(screens).map((name) => [name, []]))
    for (let round = 0; round < visits; round += 1) {
      for (const [name, address] of Object.entries(screens)) durations.get(name)?.push(await goTo(page, address))
    }
    return [...durations].map(([name, times]) => figureOf(`screen: ${name}`, times, note))
  } finally {
    await app.close()
  }
}

/**
 * @returns milliseconds from the change of the address to the last change of the document, which half a second of quiet follows.
 * The clock of the header, which names the last entry, is no part of a screen.
 */
function goTo(page: Page, address: string): Promise<number> {
  return page.evaluate(
    ([to, quiet]) =>
      new Promise<number>((resolve) => {
        const main = document.querySelector('main')
        if (main === null) throw new Error('The window has no screen')
        const start = performance.now()
        let last = start
        const done = () => {
          observer.disconnect()
          resolve(last - start)
        }
        let timer = setTimeout(done, 10 * quiet)
        const observer = new MutationObserver(() => {
          last = performance.now()
          clearTimeout(timer)
          timer = setTimeout(done, quiet)
        })
        observer.observe(main, { childList: true, subtree: true, characterData: true, attributes: true })
        location.hash = to
      }),
    [address, 500] as const,
  )
}
