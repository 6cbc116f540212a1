import type { Page } from '@playwright/test'
import { expect } from 'vitest'

/** Leads the window to an address of it, as a link does. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, address)
}

/** Waits until all of a screen is drawn: what stands below its first page comes later, whenever the window has nothing else to do. */
export async function wholeScreen(page: Page): Promise<void> {
  const isWhole = () =>
    page.evaluate(
      () =>
        new Promise<boolean>((idle) => {
          requestIdleCallback(
            () => {
              const main = document.querySelector('main')
              const isLoading = main?.querySelector('[aria-label="Loading"]') != null
              idle(main === null || (main.querySelector('h1') !== null && !isLoading))
            },
            { timeout: 1000 },
          )
        }),
    )
  await expect.poll(isWhole).toBe(true)
}
