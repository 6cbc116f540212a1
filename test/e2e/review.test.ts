import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { openSample } from './sampleEngagement.ts'
import { samplePassphrase } from './sampleStore.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()
const passphraseOfBen = 'five boats under the long bridge'

describe('the review of a paper by two people in one window', () => {
  it(
    'goes from the preparer to the reviewer, over a note and its answer, to a change that shows itself',
    { timeout: 240_000 },
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
      await review.getByRole('button', { name: 'Sign as reviewer' }).click()
      await review.getByText('Reviewer ·').waitFor()
      await takeOver(window, samplePassphrase, 'Sample Auditor')
      await page.getByRole('button', { name: 'Change', exact: true }).first().click()
      await page.getByRole('textbox', { name: 'Owner' }).fill('Head of security')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await review.getByText('Head of security').first().waitFor()
      await page.keyboard.press('g')
      await page.keyboard.press('v')
      await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor()
      await page.getByRole('list', { name: 'Queue' }).getByText('Changed since sign-off').first().waitFor()
      await page.getByRole('table', { name: 'Changed since sign-off' }).first().getByText('Head of security').waitFor()
      await look(window, 'review-queue')
      expect(findings).toEqual([])
    },
  )
})

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
  await page.getByRole('cell', { name: 'Ben Ruiz' }).waitFor()
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

async function takeOver({ page }: TestWindow, passphrase: string, name: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Sample Auditor|Ben Ruiz/ })
    .click()
  const form = page.getByRole('form', { name: 'Switch user' })
  await form.getByLabel('Your passphrase').fill(passphrase)
  await form.getByRole('button', { name: 'Take over' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('banner').getByRole('button', { name }).waitFor()
}
