import { describe, expect, it } from 'vitest'
import { answerOpenDialog } from './dialogs.ts'
import { expectAccessible } from './accessibility.ts'
import { openWindow } from './window.ts'

describe('the window', () => {
  it('paints', async () => {
    const { app, page, screenshot } = await openWindow()
    await page.getByRole('heading').first().waitFor()
    await screenshot('first')
    console.log(await page.evaluate(() => window.tickmark.call('x', {})))
    await answerOpenDialog(app, '/tmp/x.csv')
    await expectAccessible(app, page)
    await screenshot('last')
    expect(1).toBe(1)
  })
})
