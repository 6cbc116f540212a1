import { describe, expect, it } from 'vitest'
import { colourSchemes, expectAccessible, showIn } from './accessibility.ts'
import { openWindow } from './window.ts'

describe('the first screen', () => {
  it('is painted in both colour schemes, and everybody can use it', async () => {
    const { app, page, screenshot } = await openWindow()
    for (const scheme of colourSchemes) {
      await showIn(app, page, scheme)
      await screenshot(`first-screen-${scheme}`)
    }
    await expectAccessible(app, page)
    expect(await page.title()).toBe('Tickmark')
  })
})
