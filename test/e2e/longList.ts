import type { Locator, Page } from '@playwright/test'
import { expect } from 'vitest'

/**
 * A list of hundreds in the window: little of it is drawn, its last row is where one looks for it, and whoever stands in a row by
 * keyboard stands there still when the list was scrolled to its end, and goes on from there. Leaves the list at its end.
 */
export async function walkLongList(page: Page, table: Locator): Promise<void> {
  const rows = await table.getAttribute('aria-rowcount')
  const rowAt = (place: string | null) => table.locator(`tr[aria-rowindex="${place}"]`)
  expect(Number(rows)).toBeGreaterThan(150)
  expect(await table.getByRole('row').count()).toBeLessThan(100)
  await rowAt('3').locator('a, button').last().focus()
  const standing = () =>
    page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex') ?? 'nowhere')
  const goToEnd = async () => {
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+End')
        return rowAt(rows).isVisible()
      })
      .toBe(true)
  }
  await goToEnd()
  await expect(standing()).resolves.toBe('3')
  await page.keyboard.press('Tab')
  await expect(standing()).resolves.toBe('4')
  await expect.poll(() => rowAt('5').isVisible()).toBe(true)
  await goToEnd()
}
