import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { openCompleteFile } from '../engine/completeFile.ts'
import { dropFile } from './dropFile.ts'
import { looker } from './looker.ts'
import { openCopy } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

const whyNothing = /^The file was locked on \d{4}-\d\d-\d\d\. What comes later is an addendum\.$/

describe('a test sheet of a locked file', () => {
  it('takes no key and no file, and says why; nor does the register of evidence', { timeout: 240_000 }, async () => {
    const window = await openLockedFile()
    const { page } = window
    const file = join(projectFolder, 'LICENSE')
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.getByRole('link', { name: 'CHG-01' }).click()
    await page.getByRole('region', { name: 'Procedures' }).getByRole('link', { name: 'Test sheet' }).click()
    const sheet = page.getByRole('grid', { name: 'Test sheet' })
    const cell = sheet.getByRole('gridcell', { name: /attribute A: pass$/ }).first()
    const said = page.getByRole('status').filter({ hasText: whyNothing })
    await cell.waitFor()
    expect(await said.count()).toBe(0)
    await dropFile(page, cell, file)
    await said.waitFor()
    await look(window, 'locked-sheet')
    expect(await sheet.getByRole('gridcell', { name: /1 file/ }).count()).toBe(0)
    await sheet.focus()
    await page.keyboard.press('x')
    expect(await sheet.getByRole('gridcell', { name: /attribute A: pass$/ }).count()).toBe(2)
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Evidence' }).click()
    const heading = page.getByRole('heading', { level: 1, name: 'Evidence' })
    await heading.waitFor()
    await dropFile(page, heading, file)
    await page.getByRole('alert').filter({ hasText: whyNothing }).waitFor()
    await look(window, 'locked-evidence')
    expect(findings).toEqual([])
  })
})

/** A window with a Type 2 engagement that was tested, reported and locked. */
async function openLockedFile(): Promise<TestWindow> {
  const { engine, engagementId } = await openCompleteFile('type2')
  await engine.call('engagement.lock', { engagementId })
  await engine.call('store.lock', {})
  const window = await openCopy(engine.storeFolder)
  await engine.close()
  await window.page.getByRole('link', { name: 'Meridian Ledger' }).click()
  await window.page.getByRole('link', { name: 'Write an addendum' }).waitFor()
  return window
}
