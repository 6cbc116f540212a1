import { findingsOn } from './accessibility.ts'
import { wholeScreen } from './goTo.ts'
import type { TestWindow } from './window.ts'

/**
 * Looks at screens for a test: everybody can use what is shown, in both colour schemes; and pictures of it for people to look at.
 * @returns `look`, and the findings of all that it looked at
 */
export function looker(): { look: (window: TestWindow, name: string) => Promise<void>; findings: unknown[] } {
  const findings: unknown[] = []
  return {
    findings,
    look: async ({ app, page, screenshot }, name) => {
      await wholeScreen(page)
      await screenshot(name)
      const found = await findingsOn(app, page, () => screenshot(`dark-${name}`))
      findings.push(...found.map((finding) => ({ name, ...finding })))
    },
  }
}
