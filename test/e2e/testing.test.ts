import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { answerSaveDialog } from './dialogs.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

const dialog = (page: Page) => page.getByRole('dialog')

async function openControl(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill(title)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

async function giveReason(page: Page, label: string, reason: string): Promise<void> {
  await dialog(page).getByRole('textbox', { name: label }).fill(reason)
  await dialog(page).getByRole('button', { name: 'Record', exact: true }).click()
  await dialog(page).waitFor({ state: 'hidden' })
}

describe('testing a control in the window', () => {
  it(
    'begins from the library, answers what a reviewer would ask, and walks the design through',
    {
      timeout: 480_000,
    },
    async () => {
      const window = await openSample()
      const { page } = window
      await openControl(page, 'CHG-02 Emergency changes')
      await procedureFromLibrary(window)
      await walkthrough(window)
      await didNotOccur(window)
      await warningsOfAutomated(window)
      await firmLibrary(window)
      expect(findings.splice(0)).toEqual([])
    },
  )

  it('takes a deviation from its cell to its conclusion, and writes the register', { timeout: 240_000 }, async () => {
    const window = await openSample()
    const { page } = window
    await extendSample(page)
    await page.keyboard.press('g')
    await page.keyboard.press('x')
    await page.getByRole('heading', { level: 1, name: 'Deviations' }).waitFor()
    await confirmDeviation(window)
    await evaluateDeviation(window)
    await writeRegister(window)
    expect(findings.splice(0)).toEqual([])
  })
})

async function procedureFromLibrary(window: TestWindow): Promise<void> {
  const { page } = window
  const procedures = page.getByRole('region', { name: 'Procedures' })
  await procedures.getByRole('button', { name: 'From the library…' }).click()
  await dialog(page).getByRole('textbox', { name: 'Search the library' }).fill('change')
  await look(window, 'library-picker')
  await dialog(page).getByRole('button', { name: /^Use:/ }).first().click()
  await dialog(page).waitFor({ state: 'hidden' })
  await procedures.getByRole('button', { name: 'Change', exact: true }).last().click()
  await dialog(page).getByRole('combobox', { name: 'Nature' }).click()
  await page.getByRole('option', { name: 'Observation' }).click()
  await dialog(page).getByRole('textbox', { name: 'Procedure' }).fill('Observe {control} at {client}, {nobody}.')
  await dialog(page).getByRole('button', { name: 'Save procedure' }).click()
  await dialog(page)
    .getByText(/nobody/)
    .first()
    .waitFor()
  await dialog(page).getByRole('textbox', { name: 'Procedure' }).fill('Observe {control} at {client}.')
  await look(window, 'procedure-form')
  await dialog(page).getByRole('button', { name: 'Save procedure' }).click()
  await dialog(page).waitFor({ state: 'hidden' })
  await procedures.getByText('Observe CHG-02 Emergency changes at Northwind Ledger, Inc.').waitFor()
  await procedures.getByRole('button', { name: 'Answer…' }).first().click()
  await giveReason(page, 'Why it is all right', 'The inspection beside it covers the whole period.')
  await procedures.getByText('The inspection beside it covers the whole period.').waitFor()
  await look(window, 'procedure-warnings')
}

/** What is asked about a control that a system performs: inquiry stands alone, and nobody looked at its changes. */
async function warningsOfAutomated(window: TestWindow): Promise<void> {
  const { page } = window
  await openControl(page, 'ACC-08 Network boundary')
  const procedures = page.getByRole('region', { name: 'Procedures' })
  await procedures.getByRole('button', { name: 'Write a procedure' }).click()
  await dialog(page).getByRole('combobox', { name: 'Nature' }).click()
  await page.getByRole('option', { name: 'Inquiry' }).click()
  await dialog(page).getByRole('textbox', { name: 'Procedure' }).fill('Ask the platform lead about the rules.')
  await dialog(page).getByRole('button', { name: 'Save procedure' }).click()
  await dialog(page).waitFor({ state: 'hidden' })
  await procedures.getByText('Inquiry is the only procedure on the operation of this control.').waitFor()
  await procedures.getByText('is relied on for the period only with evidence of its changes.').waitFor()
  await procedures.getByText('2 warnings not answered').waitFor()
  await look(window, 'procedure-warnings-automated')
  await procedures.getByRole('button', { name: 'Record what was found…' }).click()
  const form = page.getByRole('form', { name: 'What was found' })
  await form.getByRole('textbox', { name: 'Performed by' }).fill('Sample Auditor')
  await form
    .getByRole('textbox', { name: 'What was found' })
    .fill('The platform lead named the rules and who may change them.')
  await look(window, 'procedure-found')
  await form.getByRole('button', { name: 'Record', exact: true }).click()
  await procedures.getByText('The platform lead named the rules and who may change them.').waitFor()
}

async function walkthrough(window: TestWindow): Promise<void> {
  const { page } = window
  const region = page.getByRole('region', { name: 'Walkthroughs' })
  await region.getByRole('button', { name: 'Record a walkthrough' }).click()
  const form = page.getByRole('form', { name: 'Walkthrough' })
  await form.getByRole('textbox', { name: 'Instance' }).fill('EMG-0007')
  await form
    .getByRole('textbox', { name: 'From beginning to end' })
    .fill('Opened by the author, approved by the team lead, deployed by the pipeline after the approval.')
  await form.getByRole('checkbox', { name: 'Implemented' }).uncheck()
  await form.getByRole('button', { name: 'Save walkthrough' }).click()
  await form.getByText('Say why it is not suitable, or not implemented.').waitFor()
  await look(window, 'walkthrough-form')
  await form.getByRole('checkbox', { name: 'Implemented' }).check()
  await form.getByRole('button', { name: 'Save walkthrough' }).click()
  await region.getByRole('article', { name: 'Walkthrough of EMG-0007' }).getByText('✓ suitably designed').waitFor()
  await look(window, 'walkthrough')
}

/** No emergency in the period: nothing could be tested, and it says how that was confirmed. */
async function didNotOccur(window: TestWindow): Promise<void> {
  const { page } = window
  const form = page.getByRole('form', { name: 'Conclusion on the operation of CHG-02' })
  await form.getByRole('combobox', { name: 'Conclusion' }).click()
  await page.getByRole('option', { name: 'Did not occur in the period' }).click()
  await form.getByRole('textbox', { name: 'Rationale' }).fill('There was no emergency change to test.')
  await form.getByRole('button', { name: 'Conclude' }).click()
  await form.getByText('Say what was done to confirm it.').first().waitFor()
  await form
    .getByRole('textbox', { name: 'What was done to confirm it' })
    .fill('Inquired of the owner, and inspected the list of emergency changes for the whole period: it is empty.')
  await look(window, 'did-not-occur')
  await form.getByRole('button', { name: 'Conclude' }).click()
  await form.getByRole('button', { name: 'Change the conclusion' }).waitFor()
}

/** The firm keeps a procedure of this control, writes one of its own, finds both in its settings, and retires one with the reason. */
async function firmLibrary(window: TestWindow): Promise<void> {
  const { page } = window
  await openControl(page, 'CHG-02 Emergency changes')
  await page.getByRole('region', { name: 'Procedures' }).getByRole('button', { name: /^More/ }).first().click()
  await page.getByRole('menuitem', { name: /library/ }).click()
  await giveReason(page, 'Title', 'Emergency changes, observed')
  await page.getByRole('heading', { level: 1 }).first().click()
  await page.keyboard.press(',')
  const library = page.getByRole('region', { name: 'Library of procedures' })
  await library.getByRole('button', { name: 'Emergency changes, observed' }).first().waitFor()
  await library.getByRole('button', { name: 'Write a procedure' }).click()
  const form = page.getByRole('form', { name: 'Procedure of the library' })
  await form.getByRole('textbox', { name: 'Title' }).fill('Firewall rules against the standard')
  await form.getByRole('combobox', { name: 'Criteria' }).fill('CC6.6')
  await page.getByRole('option', { name: /^CC6\.6 / }).click()
  await form.getByRole('textbox', { name: 'Procedure' }).fill('Inspect the rules of {system} against its standard.')
  await look(window, 'firm-library-form')
  await form.getByRole('button', { name: 'Save procedure' }).click()
  await form.waitFor({ state: 'hidden' })
  await library.getByRole('button', { name: 'Firewall rules against the standard', exact: true }).waitFor()
  await library.scrollIntoViewIfNeeded()
  await look(window, 'firm-library')
  await library.getByRole('button', { name: 'Retire: Emergency changes, observed' }).click()
  await giveReason(page, 'Reason', 'Replaced by an inspection.')
  await library.getByRole('button', { name: 'Emergency changes, observed', exact: true }).waitFor({ state: 'hidden' })
  await library.getByRole('switch', { name: 'Retired ones as well' }).press('Space')
  await library.getByText('Retired because: Replaced by an inspection.').waitFor()
}

const why = 'One deviation: is it more than one?'

/** Further items are drawn because of a deviation. */
async function extendSample(page: Page): Promise<void> {
  await openControl(page, 'CHG-01 Change approval')
  await page
    .getByRole('link', { name: /^25 of / })
    .first()
    .click()
  await page.getByRole('button', { name: 'Extend…' }).click()
  await giveReason(page, 'Reason', why)
  await page.getByText(`: ${why}`).waitFor()
}

const deviationPanel = (page: Page) => page.getByRole('complementary', { name: 'Deviation' })

const say = (page: Page, label: string, words: string) =>
  deviationPanel(page).getByRole('textbox', { name: label, exact: true }).fill(words)

/** The sample engagement has a deviation; its facts are agreed with the client before anybody judges what they mean. */
async function confirmDeviation({ page }: TestWindow): Promise<void> {
  await page
    .getByRole('button', { name: /^Evaluate / })
    .first()
    .click()
  const panel = deviationPanel(page)
  await say(page, 'Condition', 'Approved by the author himself.')
  await panel.getByText('Before the next step: statement, person, day.').waitFor()
  await say(page, 'What the client said', 'The ticket was urgent.')
  await say(page, 'Said by', 'Head of engineering')
  await say(page, 'Said on', '2026-10-20')
  await panel.getByRole('button', { name: 'Save and confirm with the client' }).click()
  await panel.getByText(/^● Confirmed with the client · Sample Auditor, \d{4}-\d\d-\d\d/).waitFor()
}

/** Everything that is known of it takes it to its conclusion, and back with the reason. */
async function evaluateDeviation(window: TestWindow): Promise<void> {
  const { page } = window
  const panel = deviationPanel(page)
  await say(page, 'Cause', 'No rule for urgent changes.')
  await panel.getByRole('combobox', { name: 'Nature' }).click()
  await page.getByRole('option', { name: 'Isolated' }).click()
  await panel.getByText('A claim that it is isolated needs strong evidence: say which.').waitFor()
  await say(page, 'Extent', 'This change only; the others of the month were inspected.')
  await say(page, 'Timing', 'On 2026-07-29.')
  await say(page, 'Management response (not tested)', 'A rule for urgent changes is being written.')
  await panel.getByRole('button', { name: 'Add a compensating control' }).click()
  await panel.getByRole('button', { name: 'Save and mark as evaluated' }).click()
  await panel.getByText('Choose each control, and say how it was tested.').waitFor()
  await panel.getByRole('combobox', { name: 'Compensating control 1' }).click()
  await page.getByRole('option', { name: /^CHG-02 / }).click()
  await say(page, 'How compensating control 1 was tested', 'Weekly review of all urgent changes inspected.')
  await say(page, 'On compensating controls', 'The review finds what was released without approval.')
  await panel.getByRole('combobox', { name: 'Extension of the sample because of it' }).click()
  await page.getByRole('option', { name: new RegExp(why.replace('?', '\\?')) }).click()
  await look(window, 'deviation-confirmed')
  await panel.getByRole('button', { name: 'Save and mark as evaluated' }).click()
  await panel.getByText('✗ Its operation is not tested yet').waitFor()
  await say(page, 'Effect on the control', 'One of 25; the rate stays below what is tolerable.')
  await say(page, 'Effect on the criteria', 'Met, with the review of urgent changes.')
  await panel.getByRole('button', { name: 'Save and conclude' }).click()
  await panel.getByText('Concluded. To change it, take it back with the reason.').waitFor()
  await look(window, 'deviation-concluded')
  await panel.getByRole('button', { name: 'Back to: Evaluated…' }).click()
  await giveReason(page, 'Reason', 'Another item of the same author.')
  await panel.getByText('Taken back because: Another item of the same author.').waitFor()
}

async function writeRegister(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  const rows = page.getByRole('table', { name: 'Deviations' }).getByRole('row')
  await page.getByRole('textbox', { name: 'Search deviations' }).fill('nothing like it')
  await page.getByText('No deviation matches the filter.').waitFor()
  await page.getByRole('textbox', { name: 'Search deviations' }).fill('')
  await page.getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Evaluated (1)' }).click()
  await expect.poll(() => rows.count()).toBe(2)
  await look(window, 'deviation-register')
  const file = join(folder, 'deviations.csv')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export: Deviations', exact: true }).click()
  await page.getByRole('menuitem', { name: 'As text (CSV)…' }).click()
  await page.getByText('1 row was written to deviations.csv.').waitFor()
  const written = await readFile(file, 'utf8')
  for (const words of [
    'Approved by the author himself.',
    'This change only;',
    'On 2026-07-29.',
    'A rule for urgent',
    why,
  ])
    expect(written).toContain(words)
}
