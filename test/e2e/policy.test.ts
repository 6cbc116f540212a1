import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

const dialog = (page: Page) => page.getByRole('dialog')

async function save(page: Page, moderate: string, why: string, button: string): Promise<void> {
  await dialog(page).getByLabel('many times a day, moderate risk').fill(moderate)
  await dialog(page).getByLabel('Why it is changed').fill(why)
  await dialog(page).getByRole('button', { name: button }).click()
}

describe('a sampling policy of the firm', () => {
  it('is copied, changed in versions and made the default, and a plan uses it', { timeout: 240_000 }, async () => {
    const window = await openSample()
    const { page } = window
    await page.keyboard.press(',')
    const policies = page.getByRole('region', { name: 'Sampling policies' })
    await policies.getByRole('button', { name: 'Copy: Tickmark default' }).click()
    await dialog(page).getByLabel('Name').fill('House policy')
    await save(page, '70', 'We take more.', 'Save as a new policy')
    await page.getByText('✗ high: it is below the size for a moderate risk').waitFor()
    await look(window, 'policy-refused')
    await save(page, '45', 'We take more.', 'Save as a new policy')
    await dialog(page).waitFor({ state: 'hidden' })
    await policies.getByRole('button', { name: 'Change: House policy' }).click()
    await save(page, '50', 'After the peer review.', 'Save as the next version')
    await dialog(page).waitFor({ state: 'hidden' })
    await policies.getByRole('button', { name: 'Make default: House policy' }).click()
    await policies.getByRole('row', { name: /House policy.*default/i }).waitFor()
    await look(window, 'policies')
    await policies.getByRole('button', { name: 'Versions: House policy' }).click()
    await page.getByText('Many times a day, moderate: 45 → 50').waitFor()
    await look(window, 'policy-versions')
    await dialog(page).getByRole('button', { name: 'Close' }).click()
    await planByIt(window)
    expect(findings).toEqual([])
  })
})

async function planByIt(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('link', { name: 'Engagements' }).click()
  await page.getByRole('link', { name: 'Northwind Ledger, Inc.' }).click()
  await page.getByText('Next step').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('Change approval')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'CHG-01 Change approval' }).waitFor()
  await page.getByRole('button', { name: /^Changed/ }).click()
  await dialog(page).getByLabel('From', { exact: true }).fill('2026-03-01')
  await dialog(page).getByLabel('Wording from then on').fill('Two people approve a change before release.')
  await dialog(page).getByRole('button', { name: 'Record the new version' }).click()
  await dialog(page).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Draw a sample' }).click()
  await dialog(page).getByLabel('Population', { exact: true }).first().click()
  await page.getByRole('option', { name: /change/i }).click()
  await page.getByText('The policy proposes 50 of 1,400').waitFor()
  await look(window, 'plan-by-policy')
  await dialog(page).getByRole('button', { name: 'Interim and roll-forward' }).click()
  await dialog(page).getByLabel('Interim part ends on').fill('2026-06-30')
  await page.getByText('50 items by exposure: 273 days until then, 92 days after.').waitFor()
  await page.getByText('Versions of the control within the period').waitFor()
  await look(window, 'plan-split')
  await dialog(page)
    .getByRole('button', { name: /for 95 % confidence, 5 % tolerable, 1 deviation$/ })
    .click()
  await page.getByText('as long as the sample shows at most 1 deviation').waitFor()
  await page.getByText('What 91 items show at 95 % confidence').waitFor()
  await look(window, 'plan-by-statistics')
  await dialog(page).getByText('By the policy').click()
  await page.getByText('The policy proposes 50 of 1,400').waitFor()
  await dialog(page).getByLabel('Reason for drawing again').fill('To test by the policy of the house.')
  await dialog(page).getByRole('button', { name: 'Draw', exact: true }).click()
  await page.getByRole('heading', { name: 'Coverage of the period' }).waitFor()
  await window.screenshot('sample-by-policy')
  await page.getByText('50: Many times a day, moderate risk: 50 (low 25, moderate 50, high 60).').waitFor()
}
