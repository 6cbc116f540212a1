import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

const dialog = (page: Page) => page.getByRole('dialog')

describe('the map of the observation period in the window', () => {
  it('shows what a draw will cover, what it covers, and what is to be justified', { timeout: 240_000 }, async () => {
    const window = await openSample()
    await seeControl(window)
    await markDays(window)
    await drawRest(window)
    await justify(window)
    await share(window)
    await seeFigures(window)
    expect(findings).toEqual([])
  })
})

async function seeControl(window: TestWindow): Promise<void> {
  const { page } = window
  await openControl(page)
  await page.getByRole('button', { name: 'The period in words' }).click()
  await page.getByRole('row', { name: /^2025-10/ }).waitFor()
  await look(window, 'map-control')
}

async function markDays(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: 'Holidays, outages and freezes (0)' }).click()
  const form = page.getByRole('form', { name: 'Mark days' })
  for (const [what, first, last] of [
    ['Freeze of changes', '2025-12-20', '2026-01-04'],
    ['Outage of the pipeline', '2026-08-12', ''],
  ] as const) {
    await form.getByLabel('What').fill(what)
    await form.getByLabel('First day').fill(first)
    await form.getByLabel('Last day').fill(last)
    await form.getByRole('button', { name: 'Mark' }).click()
    await page.getByRole('button', { name: `Remove ${what}` }).waitFor()
  }
  await page.getByRole('button', { name: 'Holidays, outages and freezes (2)' }).waitFor()
  await look(window, 'map-marks')
}

async function drawRest(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: 'Draw a sample' }).click()
  await dialog(page).getByLabel('Population', { exact: true }).first().click()
  await page.getByRole('option', { name: /change/i }).click()
  await dialog(page).getByLabel('Part of the period', { exact: true }).first().click()
  await page.getByRole('option', { name: 'Roll-forward part' }).click()
  await dialog(page).getByLabel('First day of the roll-forward part').fill('2026-07-01')
  await page.keyboard.press('Enter')
  await page.getByText('Only rows dated 2026-07-01 to 2026-09-30 can be drawn.').waitFor()
  await dialog(page).getByLabel('Size', { exact: true }).fill('2')
  await dialog(page).getByRole('region', { name: 'What to expect of the period' }).waitFor()
  await dialog(page).getByLabel('What else the sample serves').fill('ISO/IEC 27001:2022, 8.32')
  await dialog(page).getByLabel('Reason for drawing again').fill('The months that the interim visit did not see.')
  await dialog(page).getByRole('region', { name: 'What to expect of the period' }).scrollIntoViewIfNeeded()
  await look(window, 'map-before-draw')
  await dialog(page).getByRole('button', { name: 'Draw', exact: true }).click()
  await page.getByRole('heading', { name: 'Coverage of the period' }).waitFor()
  await page.getByText('Also serves: ISO/IEC 27001:2022, 8.32').waitFor()
}

/** Two items cannot be in three months. */
async function justify(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByText('Months without a selected item, to be justified:').waitFor()
  await page.getByRole('button', { name: 'The period in words' }).click()
  await look(window, 'map-hole')
  await page
    .getByRole('button', { name: /^Justify 2026-/ })
    .first()
    .click()
  await dialog(page).getByLabel('Reason').fill('Seen in the walkthrough of the month.')
  await dialog(page).getByRole('button', { name: 'Record' }).click()
  await page.getByText('justified: Seen in the walkthrough of the month.').waitFor()
  await look(window, 'map-justified')
}

async function share(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: 'Share with a control…' }).click()
  await dialog(page).getByLabel('Control').first().fill('CHG-02')
  await page.getByRole('option', { name: /^CHG-02/ }).click()
  await dialog(page).getByLabel('Why the items serve it too').fill('The same changes.')
  await dialog(page).getByRole('button', { name: 'Record' }).click()
  await page.getByRole('region', { name: 'Evaluation for CHG-02' }).waitFor()
  await look(window, 'sample-shared')
  await page.getByRole('button', { name: 'Share with CHG-02 no longer' }).click()
  await page.getByRole('region', { name: 'Evaluation for CHG-02' }).waitFor({ state: 'detached' })
}

/** The figures follow the key: one more deviation is one more at once. */
async function seeFigures(window: TestWindow): Promise<void> {
  const { page } = window
  await openControl(page)
  await page.getByRole('link', { name: 'Test sheet' }).first().click()
  const progress = page.getByRole('group', { name: 'Progress of the test sheet' })
  await progress.getByText(/^upper limit/).waitFor()
  await progress.getByRole('button', { name: 'Figures…' }).click()
  await page.getByRole('button', { name: 'Copy the sentence' }).waitFor()
  await look(window, 'sheet-figures')
}

async function openControl(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Controls', exact: true }).click()
  await page.getByRole('link', { name: 'CHG-01', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /CHG-01/ }).waitFor()
}
