import type { Page } from '@playwright/test'

/** Leads the window to an address of it, as a link does. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, address)
}

/** Waits until all of a screen is drawn: what stands below its first page comes later, whenever the window has nothing else to do. */
export async function wholeScreen(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise((idle) => {
        const isWhole = () => {
          const main = document.querySelector('main')
          return (
            main === null ||
            (main.querySelector('h1') !== null && main.querySelector('[aria-label="Loading"]') === null)
          )
        }
        requestIdleCallback(() => idle(isWhole()), { timeout: 1000 })
      }),
  )
}
