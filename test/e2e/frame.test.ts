import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerOpenDialog } from './dialogs.ts'
import { looker } from './looker.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

describe('the frame around the screens', () => {
  it(
    'reaches every screen by keyboard, fits 1280 × 800, and is dark where the system is',
    { timeout: 240_000 },
    async () => {
      const window = await openSample()
      const { page } = window
      const visit = async (keys: string[], heading: string | RegExp, name: string) => {
        for (const key of keys) await page.keyboard.press(key)
        await page.getByRole('heading', { level: 1, name: heading }).waitFor()
        await look(window, name)
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= globalThis.innerWidth),
          `${name} fits`,
        ).toBe(true)
      }
      await page.getByRole('table', { name: 'By control and month' }).waitFor()
      await visit(['g', 'd'], 'Northwind Ledger, Inc.', 'dashboard')
      await page
        .getByTitle(/: 1\d\d rows, \d selected/)
        .first()
        .click()
      await page.getByRole('heading', { level: 1, name: 'CHG-01 Change approval' }).waitFor()
      await visit(['g', 's'], 'Scope', 'scope')
      await visit(['g', 'c'], 'Controls', 'controls')
      await visit(['g', 'p'], 'Populations', 'populations')
      await visit(['g', 'x'], /Deviations/, 'deviations')
      await visit(['g', 'o'], /Conclusions/, 'conclusions')
      await visit(['g', 'b'], 'Bundles', 'bundles')
      await visit(['g', 'j'], 'Journal', 'journal')
      await visit([','], 'Settings', 'settings')
      await visit(['g', 'h'], 'Engagements', 'engagements')
      await page.getByRole('button', { name: 'Open the sample engagement' }).click()
      const tour = page.getByRole('complementary', { name: 'Tour' })
      await tour.getByRole('heading', { name: '1 of 7: Dashboard' }).waitFor()
      await page.keyboard.press('Enter')
      await visit([], 'Scope', 'tour')
      await page.keyboard.press('Escape')
      await tour.waitFor({ state: 'detached' })
      expect(findings).toEqual([])
    },
  )

  it('finds a control by its words, explains the screen, searches all papers, takes a sheet, and refuses calls that are not in the contract', async () => {
    const opened = await openSample()
    const { page, screenshot } = opened
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Find', exact: true }).fill('Change approval')
    await screenshot('palette')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'CHG-01 Change approval' }).waitFor()
    await page.getByRole('dialog', { name: 'Palette' }).waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Find', exact: true }).fill('outcome:deviation kind:result')
    await page
      .getByRole('button', { name: /cell of a test sheet/ })
      .first()
      .waitFor()
    await screenshot('palette-found')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Palette' }).waitFor({ state: 'hidden' })
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Help and keys' }).waitFor()
    await screenshot('keys')
    await page.keyboard.press('Escape')
    await searchAllPapers(opened)
    await takeSheet(opened)
    expect(findings).toEqual([])
    const codes = await page.evaluate(async () => {
      const calls = [
        ['engagement.shred', {}],
        ['engagement.get', { engagementId: 7 }],
        ['store.backup', { folder: '/tmp/not-chosen-in-a-dialog' }],
      ] as const
      const answers = await Promise.all(calls.map(([method, params]) => window.tickmark.call(method, params)))
      return answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
    })
    expect(codes).toEqual(['call.unknown_method', 'call.invalid_params', 'call.path_not_granted'])
    await longMatrix(opened)
  })
})

/** Of a matrix of hundreds only what is near the screen is drawn, and its last control is where one looks for it. */
async function longMatrix(opened: TestWindow): Promise<void> {
  const { page } = opened
  await page.evaluate(async () => {
    const engagementId = /#\/e\/([^/]+)/.exec(location.hash)?.[1]
    const said = { engagementId, title: 'Backup of a database', description: 'It is backed up.', criteria: ['CC7.5'] }
    const kind = { frequency: 'daily', type: 'automated', nature: 'preventive' }
    for (let place = 1; place <= 150; place += 1) {
      const ref = `ZZ-${String(place).padStart(3, '0')}`
      const answer = await window.tickmark.call('control.save', { ...said, ...kind, ref })
      if (!answer.ok) throw new Error(answer.error.message)
    }
  })
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Controls' }).click()
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Frequency' }) })
  await table.getByRole('link').first().waitFor()
  const drawn = await table.getByRole('row').count()
  expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(150)
  expect(drawn).toBeLessThan(100)
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+End')
      return page.getByRole('link', { name: 'ZZ-150' }).isVisible()
    })
    .toBe(true)
  expect(await page.getByRole('row', { name: /^ZZ-150/ }).getAttribute('aria-rowindex')).toBe(
    await table.getAttribute('aria-rowcount'),
  )
  await look(opened, 'long-matrix')
}

/** A filter is completed, what was found is narrowed to a kind, and leads to its cell. */
async function searchAllPapers(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('dialog', { name: 'Help and keys' }).waitFor({ state: 'hidden' })
  await page.keyboard.press('/')
  await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor()
  await page.getByRole('table', { name: 'What can be typed' }).waitFor()
  await window.screenshot('search-filters')
  const field = page.getByPlaceholder('approval control:CC6.1 outcome:deviation by:AC')
  await field.fill('outcome:de')
  await page.getByRole('option', { name: 'outcome:deviation' }).click()
  await page.getByRole('region', { name: 'Cells of test sheets' }).getByRole('link').first().waitFor()
  await field.fill('approval')
  await page.getByRole('group', { name: 'Narrow to a kind' }).getByRole('button').first().waitFor()
  await page.locator('mark').first().waitFor()
  await look(window, 'search')
  await page.keyboard.press('F1')
  await page.getByText('Looks for words and filters in the papers of this engagement').waitFor()
  await page.keyboard.press('Escape')
  await field.fill('outcome:deviation')
  await page.getByRole('region', { name: 'Cells of test sheets' }).getByRole('link').first().click()
  await page.getByRole('grid', { name: 'Test sheet' }).waitFor()
}

/** The sheet of a colleague who works in a spreadsheet: seen first, then taken. */
async function takeSheet(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  const row = await page.getByRole('grid', { name: 'Test sheet' }).getByRole('row').nth(1).textContent()
  const item = /CHG-\d{5}/.exec(row ?? '')?.[0]
  const file = join(folder, 'sheet.csv')
  await writeFile(file, `Ticket,Attribute A,Comment\n${item ?? ''},n/a,not a release\nCHG-nowhere,pass,\n`)
  await page.getByRole('button', { name: 'Import…' }).click()
  await answerOpenDialog(app, file)
  await page.getByRole('button', { name: 'Choose a workbook or CSV file…' }).click()
  await page.getByRole('button', { name: 'See what would change' }).waitFor()
  await window.screenshot('sheet-import-columns')
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByText('1 row that cannot be taken').waitFor()
  await look(window, 'sheet-import')
  await page.getByLabel('Replace the recorded results that differ').check()
  await page.getByRole('button', { name: 'Take 1 cell' }).click()
  await page.getByRole('dialog', { name: /Import/ }).waitFor({ state: 'hidden' })
}
