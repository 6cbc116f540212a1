import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { changesByTicket } from '../engine/changesByTicket.ts'
import { seed } from '../engine/fieldwork.ts'
import { looker } from './looker.ts'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { openWindow, type TestWindow } from './window.ts'

const passphrase = 'an ordinary sentence of a test'
const demo = (name: string) => join(projectFolder, 'resources', 'demo', name)
const run = promisify(execFile)

/** What the screens of the story break of the rules for everybody's use; looked at when the story is over. */
const { look, findings } = looker()

describe('the main job in the real window', () => {
  it('goes from an empty computer to a verified bundle', { timeout: 600_000 }, async () => {
    const window = await openWindow()
    const { app, page, folder } = window
    await createStore(window)
    await createEngagement(window)
    await importControls(window)
    await importChanges(window)
    await settleAndConclude(window)
    await draw(window)
    await writeProcedure(window)
    await fillSheet(window)
    await describeDeviation(window)
    await concludeOnControl(window)
    await seeOpinion(window)
    const words = await exportAndVerify(window)
    await go(page, 'Journal')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText('The journal is whole').waitFor()
    await look(window, '15-journal')
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase at all')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByText('The passphrase is not the one of this store.').waitFor()
    await look(window, '16-wrong-passphrase')
    expect(await verifiedByTheShell(join(folder, 'engagement.tickmark'), words)).toMatch(
      /^Good "tickmark-bundle" signature for exporter .*\n13\n$/s,
    )
    expect(app.windows()).toHaveLength(1)
    expect(findings).toEqual([])
  })
})

async function createStore(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  await page.getByRole('tab', { name: 'Create a store' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Ada Cole')
  await page.getByLabel('Initials').fill('AC')
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('Passphrase again').fill(passphrase)
  await look(window, '01-create-store')
  await answerSaveDialog(app, join(folder, 'store'))
  await page.getByRole('button', { name: 'Create the store' }).click()
  await page.getByLabel('I have written it down').check()
  await look(window, '02-recovery-code')
  await page.getByRole('button', { name: 'Open the store' }).click()
  await page.getByText('No engagement yet').waitFor()
  await look(window, '03-no-engagement')
}

async function createEngagement(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: 'Create an engagement' }).click()
  await page.getByLabel('Client').fill('Northwind Ledger, Inc.')
  await page.getByLabel('Period from').fill('2025-10-01')
  await page.getByLabel('Period to').fill('2025-09-30')
  await page.getByLabel('Availability').check()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await page.getByText('The period ends (2025-09-30) before it starts').waitFor()
  await page.getByLabel('Period to').fill('2026-09-30')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await page.getByRole('link', { name: 'Import the control matrix', exact: true }).waitFor()
  await look(window, '04-dashboard')
}

async function importControls(window: TestWindow): Promise<void> {
  const { app, page } = window
  await go(page, 'Controls')
  await page.getByRole('button', { name: 'Import a matrix…' }).click()
  await answerOpenDialog(app, demo('controls.csv'))
  await page.getByRole('button', { name: 'Choose a workbook or CSV file…' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).waitFor()
  await look(window, '05-import-controls')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('60 imported').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await page.getByText('60 controls').waitFor()
  await look(window, '05-controls')
  await go(page, 'Scope')
  await page.getByText('36 criteria').waitFor()
  await look(window, '06-scope')
}

async function importChanges(window: TestWindow): Promise<void> {
  const { app, page } = window
  await go(page, 'Populations')
  await page.getByRole('button', { name: 'Import a list' }).click()
  await answerOpenDialog(app, demo('changes.csv'))
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByText('1402 rows').waitFor()
  await look(window, '07-import-population')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('1402 rows, ').waitFor()
}

async function settleAndConclude(window: TestWindow): Promise<void> {
  const { page } = window
  await look(window, '08-population-to-settle')
  for (const [row, reason] of [
    [1402, 'The same row twice'],
    [1403, 'Deployed after the period'],
  ] as const) {
    await page.getByRole('button', { name: `Exclude row ${row}` }).click()
    await page.getByLabel('Reason').fill(reason)
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.getByLabel('Source system').fill('Deployment pipeline')
  await page.getByLabel('Extracted by').fill('Engineering lead')
  await page.getByRole('button', { name: 'Record the source' }).click()
  await page.getByLabel('The population is complete').check()
  await page.getByLabel('The population is accurate').check()
  await page.getByLabel('What was done to conclude so').fill('Watched the query and its row count; traced ten changes.')
  await page.getByRole('button', { name: 'Conclude', exact: true }).click()
  await page.getByText('Complete and accurate', { exact: true }).waitFor()
  await look(window, '09-population-concluded')
}

async function draw(window: TestWindow): Promise<void> {
  const { page } = window
  await openControl(page)
  await page.getByRole('button', { name: 'Draw a sample' }).click()
  await choose(page, 'Population', /changes/)
  await page.getByText('The policy proposes').waitFor()
  await page.getByLabel('Size', { exact: true }).fill('25')
  await page.getByText('Rolled by the auditor').click()
  await page.getByLabel('Seed', { exact: true }).fill(seed)
  await look(window, '10-draw')
  await page.getByRole('button', { name: 'Draw', exact: true }).click()
  await page.getByRole('heading', { name: 'Coverage of the period' }).waitFor()
  const items = page.getByRole('table', { name: 'Items' })
  await items.waitFor()
  const drawn = await items.locator('tbody tr td:nth-child(2)').allTextContents()
  expect(drawn).toEqual((await changesByTicket()).slice(0, 25))
  await look(window, '11-sample')
}

async function writeProcedure(window: TestWindow): Promise<void> {
  const { page } = window
  await openControl(page)
  await page.getByRole('region', { name: 'Procedures' }).getByRole('button').first().click()
  const form = page.getByRole('form', { name: 'Test procedure' })
  await choose(page, 'Nature', /^Inspection/)
  await form
    .getByLabel('Procedure', { exact: true })
    .fill('Inspect the ticket and the deployment record of each change.')
  for (const [letter, text] of [
    ['A', 'Approved by a second person'],
    ['B', 'Approved before deployment'],
    ['C', 'Tests passed'],
  ] as const) {
    if ((await form.getByLabel(`Attribute ${letter}`, { exact: true }).count()) === 0)
      await form.getByRole('button', { name: /Add/ }).click()
    await form.getByLabel(`Attribute ${letter}`, { exact: true }).fill(text)
  }
  await form.getByRole('button', { name: 'Save procedure' }).click()
  await form.waitFor({ state: 'hidden' })
  await look(window, '12-control')
}

/** Fills the sheet by keyboard alone: everything passes, but attribute A of the third item. */
async function fillSheet(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('region', { name: 'Procedures' }).getByRole('link').first().click()
  const sheet = page.getByRole('grid', { name: 'Test sheet' })
  await sheet.waitFor()
  await sheet.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+End')
  await page.keyboard.press('p')
  await page.getByText('25 tested').waitFor()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await page.getByRole('complementary', { name: 'Deviation' }).waitFor()
  await look(window, '13-test-sheet')
}

async function describeDeviation(window: TestWindow): Promise<void> {
  const { page } = window
  const panel = page.getByRole('complementary', { name: 'Deviation' })
  await panel.getByLabel('Condition').fill('Deployed without an approval by a second person.')
  await panel.getByLabel('Cause', { exact: true }).fill('The approver was on leave and no deputy was named.')
  await panel.getByRole('button', { name: 'Save deviation' }).click()
  await panel.getByText(/DEV-1/).first().waitFor()
}

async function concludeOnControl(window: TestWindow): Promise<void> {
  const { page } = window
  await openControl(page)
  const form = page.getByRole('form', { name: /Conclusion on the operation/ })
  await choose(page, 'Conclusion', /^Did not operate effectively/, form)
  await form
    .getByLabel('Rationale')
    .fill('One of 25 changes lacked approval; the cause was not removed within the period.')
  await form.getByRole('button', { name: 'Conclude' }).click()
  await form.getByRole('button', { name: 'Change the conclusion' }).waitFor()
}

async function seeOpinion(window: TestWindow): Promise<void> {
  const { page } = window
  await go(page, 'Conclusions and opinion')
  const part = page.getByRole('region', { name: 'Operating effectiveness' })
  await part.getByText('still missing').waitFor()
  await part.getByRole('button', { name: 'Trace from part to item' }).click()
  await part.getByRole('link', { name: 'item CHG-00526, attribute A' }).first().waitFor()
  await look(window, '14-opinion')
}

/** @returns the passphrase that was generated */
async function exportAndVerify(window: TestWindow): Promise<string> {
  const { app, page, folder } = window
  const file = join(folder, 'engagement.tickmark')
  await go(page, 'Bundles')
  await page.getByRole('button', { name: 'Export…', exact: true }).click()
  const form = page.getByRole('form', { name: 'Bundle' })
  await form.getByText('Nothing is left out.').waitFor()
  await form.getByText('A generated passphrase').click()
  await answerSaveDialog(app, file)
  await form.getByRole('button', { name: 'Write the bundle…' }).click()
  await page.getByText('The bundle was written').waitFor()
  const words = await page.getByLabel('Passphrase of the bundle').textContent()
  await look(window, '14-bundle-written')
  await page.getByRole('button', { name: 'The passphrase is handed on' }).click()
  await page.getByRole('button', { name: 'Open a bundle…' }).click()
  await answerOpenDialog(app, file)
  await form.getByRole('button', { name: 'Choose a bundle…' }).click()
  await form.getByText('A passphrase', { exact: true }).click()
  await form.getByLabel('Passphrase of the bundle').fill(words ?? '')
  await form.getByRole('button', { name: 'Verify', exact: true }).click()
  await page.getByText('The bundle is what its maker signed').waitFor()
  await page.getByText('Nothing: this store has every entry of the bundle already.').waitFor()
  await look(window, '14-bundle')
  await page.keyboard.press('Escape')
  return words ?? ''
}

/**
 * Opens and verifies a bundle as its README says, with Debian's `age`, `tar`, `sha256sum` and `ssh-keygen` alone; `age` reads
 * the passphrase from a terminal, which `script` gives.
 */
async function verifiedByTheShell(file: string, words: string): Promise<string> {
  const script = `set -eu
    { sleep 1; echo "$2"; sleep 4; } | script -qec "age -d -o '$1.tar' '$1'" /dev/null > /dev/null
    mkdir "$1.d" && tar -xf "$1.tar" -C "$1.d" && cd "$1.d"
    sha256sum --quiet -c SHA256SUMS
    ssh-keygen -Y verify -f allowed_signers -I exporter -n tickmark-bundle -s manifest.json.sig < manifest.json
    wc -l < journal.jsonl`
  const { stdout } = await run('bash', ['-c', script, 'bash', file, words])
  return stdout
}

async function openControl(page: Page): Promise<void> {
  await go(page, 'Controls')
  await page.getByRole('link', { name: 'CHG-01', exact: true }).click()
  await page.getByRole('heading', { name: /CHG-01/ }).waitFor()
}

async function go(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: section, exact: true }).click()
}

async function choose(
  page: Page,
  label: string,
  option: RegExp,
  within: Pick<Page, 'getByLabel'> = page,
): Promise<void> {
  await within.getByLabel(label, { exact: true }).first().click()
  await page.getByRole('option', { name: option }).click()
}
