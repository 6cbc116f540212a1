import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { openWindow } from './window.ts'

const { look, findings } = looker()

describe('the first screen', () => {
  it('is painted in both colour schemes, and everybody can use it', async () => {
    const window = await openWindow()
    await look(window, 'first-screen')
    expect(findings).toEqual([])
    expect(await window.page.title()).toBe('Tickmark')
  })
})
