import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

describe('references between papers', () => {
  it('are chosen with @, lead both ways, and are taken back by key on any screen', { timeout: 240_000 }, async () => {
    const window = await openSample()
    await refer(window)
    await follow(window)
    expect(findings).toEqual([])
  })
})

async function refer(window: TestWindow): Promise<void> {
  const { page } = window
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('link', { name: 'CHG-02' }).first().click()
  const region = page.getByRole('region', { name: 'Walkthroughs' })
  await region.getByRole('button', { name: 'Record a walkthrough' }).click()
  const form = page.getByRole('form', { name: 'Walkthrough' })
  await form.getByRole('textbox', { name: 'Instance' }).fill('EMG-0007')
  const trace = form.getByRole('textbox', { name: 'From beginning to end' })
  await trace.pressSequentially('Approved afterwards, as @CHG')
  await page.getByRole('option', { name: /^CHG-02 .* control$/ }).waitFor()
  await look(window, 'reference-offered')
  // To look takes the focus out of the field, which closes its list; to type on opens it again.
  await trace.press('End')
  await trace.pressSequentially('-0')
  await page.getByRole('option', { name: /^CHG-02 .* control$/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await trace.pressSequentially('1')
  await page.getByRole('option', { name: /^CHG-02 / }).waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await trace.pressSequentially(' asks.')
  expect(await trace.inputValue()).toBe('Approved afterwards, as @[CHG-01] asks.')
  await form.getByRole('button', { name: 'Save walkthrough' }).click()
  const card = region.getByRole('article', { name: 'Walkthrough of EMG-0007' })
  await card.getByText('Approved afterwards, as CHG-01 asks.').waitFor()
  await card.getByRole('link', { name: 'CHG-01' }).click()
}

async function follow(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('heading', { level: 1, name: /^CHG-01 / }).waitFor()
  const referrers = page.getByRole('group', { name: 'Referred to by' })
  const back = referrers.getByRole('link', { name: 'CHG-02 walkthrough' })
  await back.waitFor()
  await look(window, 'referred-to-by')
  await page.keyboard.press('Control+z')
  await page.getByText(/^Undone: Record a walkthrough/).waitFor()
  await back.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+y')
  await page.getByText(/^Done again: Record a walkthrough/).waitFor()
  await back.click()
  await page.getByRole('article', { name: 'Walkthrough of EMG-0007' }).waitFor()
  await look(window, 'reference-in-view')
}
