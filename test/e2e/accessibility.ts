import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from 'vitest'

export const colourSchemes = ['light', 'dark'] as const

/** Asserts that the screen as it stands breaks none of axe's WCAG 2.2 A and AA rules, in light and in dark. */
export async function expectAccessible(app: ElectronApplication, page: Page): Promise<void> {
  for (const scheme of colourSchemes) {
    await showIn(app, page, scheme)
    // Electron cannot open the blank page in which axe would finish otherwise.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    const findings = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ target, failureSummary }) => [target.join(' '), failureSummary]),
    }))
    expect(findings, `accessibility in ${scheme}`).toEqual([])
  }
  await showIn(app, page, 'light')
}

/** Turns the system's colours, and waits until the page has followed. */
export async function showIn(
  app: ElectronApplication,
  page: Page,
  scheme: (typeof colourSchemes)[number],
): Promise<void> {
  await app.evaluate(({ nativeTheme }, wanted) => {
    nativeTheme.themeSource = wanted
  }, scheme)
  await page.waitForFunction((wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted, scheme)
}
