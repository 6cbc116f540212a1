import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'

type Scheme = 'light' | 'dark'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Which rules are looked for. */
type RunOnly = { type: 'tag' | 'rule'; values: string[] }

/** A rule that a screen breaks, and where. */
export type Finding = { scheme: Scheme; id: string; help: string; at: unknown[] }

/**
 * @param inDark what is to be done besides while the screen is dark
 * @returns what the screen as it stands breaks of axe's WCAG 2.2 A and AA rules, in light and in dark; it is light afterwards
 */
export async function findingsOn(
  app: ElectronApplication,
  page: Page,
  inDark: () => Promise<void>,
): Promise<Finding[]> {
  await closeMessages(page)
  await showIn(app, page, 'light')
  const light = await broken(page, 'light', { type: 'tag', values: tags })
  await showIn(app, page, 'dark')
  await inDark()
  // The schemes have the same elements, roles and names: of the second only the colours are new.
  const dark = await broken(page, 'dark', { type: 'rule', values: ['color-contrast'] })
  await showIn(app, page, 'light')
  return [...light, ...dark]
}

async function broken(page: Page, scheme: Scheme, runOnly: RunOnly): Promise<Finding[]> {
  const axe = new AxeBuilder({ page, ...((await hasAxe(page)) ? { axeSource: 'void 0' } : {}) })
    // Electron cannot open the blank page in which axe would finish otherwise.
    .setLegacyMode(true)
    // To describe each element that breaks nothing takes longer than to look.
    .options({ runOnly, resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.map(({ id, help, nodes }) => ({
    scheme,
    id,
    help,
    at: nodes.map(({ target, failureSummary }) => [target.join(' '), failureSummary]),
  }))
}

/** Axe stays in a page until the page is loaded anew; frames come and go, and each needs its own. */
async function hasAxe(page: Page): Promise<boolean> {
  return page.frames().length === 1 && (await page.evaluate(() => 'axe' in globalThis))
}

/** A message that fades while axe looks has no contrast of its own. */
async function closeMessages(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const close of document.querySelectorAll<HTMLElement>('.mantine-Notification-closeButton')) close.click()
  })
  await page.waitForFunction(() => document.querySelector('.mantine-Notification-root') === null)
}

/** Turns the system's colours, and waits until the page has followed. */
async function showIn(app: ElectronApplication, page: Page, scheme: Scheme): Promise<void> {
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
