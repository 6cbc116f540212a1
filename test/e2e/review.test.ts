import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { openSample, unlockStore } from './sampleEngagement.ts'
import { takeOver } from './takeOver.ts'
import { samplePassphrase } from './sampleStore.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()
const passphraseOfBen = 'five boats under the long bridge'

describe('the review of a paper by two people in one window', () => {
  it(
    'goes from the preparer to the reviewer, over a note and its answer, to a change that shows itself',
    { timeout: 480_000 },
    async () => {
      const window = await openSample()
      const { page } = window
      await addBen(window)
      await openFirstControl(window)
      const review = page.getByRole('region', { name: 'Review', exact: true })
      await review.getByRole('button', { name: 'Sign as preparer' }).click()
      await review.getByText('Preparer ·').waitFor()
      await takeOver(window, passphraseOfBen, 'Ben Ruiz')
      await review.getByRole('button', { name: 'Review note…' }).click()
      const form = page.getByRole('form', { name: 'Review note' })
      await form.getByRole('textbox', { name: 'Note' }).fill('Who owns this control?')
      await form.getByRole('button', { name: 'Open the note' }).click()
      const note = review.getByRole('article', { name: 'Review note RN-1' })
      await takeOver(window, samplePassphrase, 'Sample Auditor')
      await note.getByRole('textbox', { name: 'Answer to RN-1' }).fill('The head of platform.')
      await note.getByRole('button', { name: 'Answer', exact: true }).click()
      await note.getByText('answered').waitFor()
      await takeOver(window, passphraseOfBen, 'Ben Ruiz')
      await note.getByRole('button', { name: 'Clear RN-1' }).click()
      await note.getByText('cleared', { exact: true }).waitFor()
      await openAgain(window)
      await note.getByRole('button', { name: 'Clear RN-1' }).click()
      await note.getByText('cleared', { exact: true }).waitFor()
      await review.getByRole('button', { name: 'Sign as reviewer' }).click()
      await review.getByText('Reviewer ·').waitFor()
      await takeOver(window, samplePassphrase, 'Sample Auditor')
      await page.getByRole('button', { name: 'Change', exact: true }).first().click()
      await page.getByRole('textbox', { name: 'Owner' }).fill('Head of security')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await review.getByText('Head of security').first().waitFor()
      await review.getByRole('button', { name: 'History' }).click()
      const history = page.getByRole('table', { name: 'History of the paper' })
      await history.getByRole('row', { name: /^owner Engineering lead Head of security/ }).waitFor()
      await look(window, 'review-of-a-control')
      await signInDrawer(window)
      await page.keyboard.press('g')
      await page.keyboard.press('v')
      await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor()
      await page.getByRole('list', { name: 'Queue' }).getByText('Changed since sign-off').first().waitFor()
      await page.getByRole('table', { name: 'Changed since sign-off' }).first().getByText('Head of security').waitFor()
      await noteOnField(window)
      await look(window, 'review-queue')
      await reviewByKeys(window)
      await giveScopeToBen(window)
      await look(window, 'review-assignments')
      await page.getByRole('button', { name: 'Close who works on what' }).click()
      await page.getByRole('navigation', { name: 'Sections' }).getByText('BR').waitFor()
      await page.keyboard.press(',')
      await page.getByRole('heading', { level: 2, name: 'Documentation' }).waitFor()
      await page.getByRole('textbox', { name: 'Days until a file is complete' }).fill('45')
      await page.getByRole('button', { name: 'Save the days and years' }).click()
      await page.getByText('Engagements that are dated from here on take these.').waitFor()
      await page.getByText('Take them out', { exact: true }).click()
      await page.getByRole('radio', { name: 'Take them out', checked: true }).waitFor({ state: 'attached' })
      await letBenGo(window)
      await look(window, 'settings-people')
      expect(findings).toEqual([])
    },
  )
})

/** The conclusion stands on the control's screen with others; its review opens beside it. */
async function signInDrawer({ page }: TestWindow): Promise<void> {
  await page
    .getByRole('button', { name: /^Open the review of conclusion on/ })
    .first()
    .click()
  const drawer = page.getByRole('dialog', { name: /^conclusion on/ })
  await drawer.getByRole('button', { name: 'Sign as preparer' }).click()
  await drawer.getByRole('button', { name: 'Take back the sign-off as preparer' }).click()
  const reason = page.getByRole('dialog', { name: 'Take back the sign-off', exact: true })
  await reason.getByRole('textbox', { name: 'Reason' }).fill('Signed too early.')
  await reason.getByRole('button', { name: 'Record' }).click()
  await drawer.getByText('taken back: Signed too early.').waitFor()
  await drawer.getByRole('button', { name: 'Close the review' }).click()
}

/** A question about one field of the paper stands at that field. */
async function noteOnField({ page }: TestWindow): Promise<void> {
  const content = page.getByRole('region', { name: 'What is signed' })
  await content.getByRole('button', { name: 'Review note on owner' }).click()
  const form = page.getByRole('form', { name: 'Review note' })
  await form.getByRole('textbox', { name: 'Note' }).fill('Since when?')
  await form.getByRole('button', { name: 'Open the note' }).click()
  await form.waitFor({ state: 'hidden' })
  await content.getByRole('row', { name: /^owner Head of security RN-2/ }).waitFor()
  await page
    .getByRole('article', { name: 'Review note RN-2' })
    .getByText(/ · owner$/)
    .waitFor()
}

/** A locked screen closes the store under an open paper; how long it was looked at until then stands on it afterwards. */
async function lockUnderPaper(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  const paper = page.getByRole('list', { name: 'Queue' }).getByRole('button').nth(5)
  const [words = ''] = (await paper.innerText()).split('\n')
  const shown = page.getByRole('article', { name: words, exact: true })
  const extent = shown.getByText(/^Looked at by Sample Auditor: once, /)
  await paper.click()
  await shown.waitFor()
  await look(window, 'review-next')
  await expect(extent.count()).resolves.toBe(0)
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await page.getByRole('button', { name: 'Choose a folder…' }).waitFor()
  await unlockStore(window, join(folder, 'store'))
  await page.getByRole('list', { name: 'Queue' }).getByRole('button', { name: words }).first().click()
  await extent.waitFor()
}

/** Hands stay on the keys: on, back, clear, sign and on; how long a paper was looked at stands on it. */
async function reviewByKeys(window: TestWindow): Promise<void> {
  const { page } = window
  const note = page.getByRole('article', { name: 'Review note RN-2' })
  await takeOver(window, passphraseOfBen, 'Ben Ruiz')
  await note.getByRole('textbox', { name: 'Answer to RN-2' }).fill('Since January.')
  await note.getByRole('button', { name: 'Answer', exact: true }).click()
  await note.getByText('answered').waitFor()
  await lookForSecond(window)
  await takeOver(window, samplePassphrase, 'Sample Auditor')
  await page.getByText(/^Looked at by Sample Auditor: once, (\d+ min )?\d+ s, last /).waitFor()
  await page.getByText(/^Looked at by Ben Ruiz: once, (\d+ min )?\d+ s, last /).waitFor()
  await lookForSecond(window)
  await page.keyboard.press('n')
  await page.getByRole('article', { name: 'procedure of CHG-01', exact: true }).waitFor()
  await page.keyboard.press('[')
  await page.getByText(/^Looked at by Sample Auditor: 2 times, /).waitFor()
  await page.keyboard.press('c')
  await note.getByText('cleared', { exact: true }).waitFor()
  await page.keyboard.press('s')
  await page.getByRole('article', { name: 'procedure of CHG-01', exact: true }).waitFor()
  const queue = page.getByRole('list', { name: 'Queue' })
  await expect.poll(() => queue.getByRole('button', { name: /^CHG-01/ }).count()).toBe(0)
  await lockUnderPaper(window)
}

/** What is left within a second was not looked at. */
async function lookForSecond({ page }: TestWindow): Promise<void> {
  const since = await page.evaluate(() => Date.now())
  await page.waitForFunction((begun) => Date.now() - begun > 1000, since)
}

async function giveScopeToBen({ page }: TestWindow): Promise<void> {
  await page.getByRole('button', { name: 'Who works on what…' }).click()
  await page.getByRole('combobox', { name: 'Who works on Scope' }).click()
  await page.getByRole('option', { name: 'Ben Ruiz' }).click()
}

async function openAgain({ page }: TestWindow): Promise<void> {
  await page.getByRole('button', { name: 'Open RN-1 again…' }).click()
  const reason = page.getByRole('dialog', { name: 'Open RN-1 again', exact: true })
  await reason.getByRole('textbox', { name: 'Reason' }).fill('Which platform?')
  await reason.getByRole('button', { name: 'Record' }).click()
  await page.getByText('Opened again: Which platform?').waitFor()
}

async function letBenGo({ page }: TestWindow): Promise<void> {
  await page.getByRole('combobox', { name: 'Role of Ben Ruiz' }).click()
  await page.getByRole('option', { name: 'Reviewer', exact: true }).click()
  await page.getByRole('button', { name: 'Ben Ruiz leaves' }).click()
  const reason = page.getByRole('dialog', { name: 'Ben Ruiz leaves', exact: true })
  await reason.getByText('What they signed still verifies.').waitFor()
  await reason.getByRole('textbox', { name: 'Reason' }).fill('Moved to another firm.')
  await reason.getByRole('button', { name: 'Record' }).click()
  await page.getByRole('row', { name: /^Ben Ruiz BR left .*: Moved to another firm\./ }).waitFor()
}

async function addBen({ page }: TestWindow): Promise<void> {
  await page.keyboard.press(',')
  await page.getByRole('button', { name: 'Add a person…' }).click()
  const form = page.getByRole('form', { name: 'Person' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Ben Ruiz')
  await form.getByRole('textbox', { name: 'Initials' }).fill('BR')
  await form.getByLabel('Passphrase', { exact: true }).fill(passphraseOfBen)
  await form.getByLabel('Passphrase again').fill(passphraseOfBen)
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'It is written down' }).click()
  await page.getByRole('cell', { name: 'Ben Ruiz', exact: true }).waitFor()
}

async function openFirstControl({ page }: TestWindow): Promise<void> {
  await page.goBack()
  await page.getByText('Next step').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('heading', { level: 1, name: 'Controls' }).waitFor()
  await page
    .getByRole('link', { name: /^CHG-01/ })
    .first()
    .click()
  await page.getByRole('region', { name: 'Review', exact: true }).waitFor()
}
