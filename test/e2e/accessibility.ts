import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from 'vitest'

export const colourSchemes = ['light', 'dark'] as const

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A rule that a screen breaks, and where. */
export type Finding = { scheme: string; id: string; help: string; at: unknown[] }

/** Asserts that the screen as it stands breaks none of axe's WCAG 2.2 A and AA rules, in light and in dark. */
export async function expectAccessible(app: ElectronApplication, page: Page): Promise<void> {
  expect(await findingsOn(app, page), 'accessibility').toEqual([])
}

/** @returns what the screen as it stands breaks of axe's WCAG 2.2 A and AA rules, in light and in dark */
export async function findingsOn(app: ElectronApplication, page: Page): Promise<Finding[]> {
  const all: Finding[] = []
  await closeMessages(page)
  for (const scheme of colourSchemes) {
    await showIn(app, page, scheme)
    // Electron cannot open the blank page in which axe would finish otherwise.
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    // The schemes have the same elements, roles and names: of the second only the colours are new.
    const { violations } = await (scheme === 'light' ? axe.withTags(tags) : axe.withRules(['color-contrast'])).analyze()
    const findings = violations.map(({ id, help, nodes }) => ({
      scheme,
      id,
      help,
      at: nodes.map(({ target, failureSummary }) => [target.join(' '), failureSummary]),
    }))
    all.push(...findings)
  }
  await showIn(app, page, 'light')
  return all
}

/** A message that fades while axe looks has no contrast of its own. */
async function closeMessages(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const close of document.querySelectorAll<HTMLElement>('.mantine-Notification-closeButton')) close.click()
  })
  await page.waitForFunction(() => document.querySelector('.mantine-Notification-root') === null)
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
  // A colour on its way from one scheme to the other is neither.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const isEndless = effect?.getTiming().iterations === Number.POSITIVE_INFINITY
      return playState !== 'running' || isEndless
    }),
  )
}
