import type { Page } from '@playwright/test'

/** Leads the window to an address of it, as a link does. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, address)
}
