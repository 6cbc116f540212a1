import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { auditor, engagementOf } from '../engine/auditors.ts'
import type { TestEngine } from '../engine/openTestEngine.ts'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { dropFile } from './dropFile.ts'
import { looker } from './looker.ts'
import { ownRecipient } from './ownRecipient.ts'
import { takePackage } from './receivedPackage.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

describe('an engagement on two laptops', () => {
  it(
    'is handed to a colleague and back, what both changed is decided on in the window, and is signed then',
    { timeout: 400_000 },
    async () => {
      const window = await openSample()
      const ben = await auditor('Ben Roth')
      const engagementId = await engagementIn(window.page)
      await exchangeKeys(window, ben)
      await exportFor(window, ben)
      const controlId = await changeApart(window, ben, engagementId)
      await takeBack(window, ben, engagementId)
      await decide(window, controlId)
      await settle(window)
      await sign(window, engagementId, controlId)
      await handOverAgain(window, ben, controlId)
      await exchange(window, ben, { engagementId, controlId })
      await refuseUnknown(window)
      await takePackage(window, engagementId, look)
      expect(findings).toEqual([])
    },
  )
})

async function engagementIn(page: Page): Promise<string> {
  const { pathname } = new URL(page.url().replace('#', ''))
  return decodeURIComponent(/\/e\/([^/]+)/.exec(pathname)?.[1] ?? '')
}

/** The window keeps Ben's keys after comparing the words, and gives out its own. */
async function exchangeKeys(window: TestWindow, ben: TestEngine): Promise<void> {
  const { app, page, folder } = window
  await openBundles(page)
  await page.getByRole('link', { name: 'Keys of colleagues' }).click()
  await page.getByText('Nobody yet.').waitFor()
  const card = join(folder, 'ben.keys.txt') as FileRef
  await ben.call('colleague.exportCard', { file: card })
  await answerOpenDialog(app, card)
  await page.getByRole('button', { name: 'Add from their file…' }).click()
  const form = page.getByRole('form', { name: 'Colleague' })
  const { recipientWords, keyWords } = await ben.call('colleague.ownCard', {})
  await form.getByText(recipientWords).waitFor()
  await form.getByText(keyWords).waitFor()
  await form.getByRole('checkbox').check()
  await look(window, 'keys-of-a-colleague')
  await form.getByRole('button', { name: 'Keep both keys' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('table', { name: 'Colleagues' }).getByText('compared by voice').waitFor()
  await takeSigners(window)
  await look(window, 'keys')
  const own = join(folder, 'own.keys.txt') as FileRef
  await answerSaveDialog(app, own)
  await page.getByRole('button', { name: 'Write to a file for colleagues…' }).click()
  await page.getByText('Your public keys were written to own.keys.txt.').waitFor()
  const { name, recipient, publicKey } = await ben.call('colleague.readCard', { file: own })
  await ben.call('colleague.save', { name, recipient, publicKey, compared: true })
}

/** The firm's list has a key that ended: it is shown as such. */
async function takeSigners({ app, page, folder }: TestWindow): Promise<void> {
  const cat = await auditor('Cat Voss')
  const { publicKey } = await cat.call('colleague.ownCard', {})
  const file = join(folder, 'allowed_signers')
  await writeFile(file, `cat@firm.example valid-before="20260101" ${publicKey}\nnot a line of it\n`)
  await answerOpenDialog(app, file)
  await page.getByRole('button', { name: 'Take allowed_signers…' }).click()
  const row = page.getByRole('table', { name: 'Signers' }).getByRole('row', { name: /^cat@firm\.example/ })
  await row.getByText('expired', { exact: true }).waitFor()
  await page.getByText('Rows that were not taken').waitFor()
}

async function exportFor(window: TestWindow, ben: TestEngine): Promise<void> {
  const { page } = window
  await page.goBack()
  await page.getByText('Nothing is to be settled.').waitFor()
  await page.keyboard.press('e')
  const form = page.getByRole('form', { name: 'Bundle' })
  await form.getByText('Controls', { exact: true }).click()
  await form.getByRole('combobox', { name: 'Controls' }).fill('CHG-01')
  await page.getByRole('option', { name: /^CHG-01/ }).click()
  await page.keyboard.press('Escape')
  await form.getByText(/^The journal\. A part of a chain of changes proves nothing/).waitFor()
  await form.getByRole('checkbox', { name: 'Ben Roth' }).check()
  await look(window, 'bundle-part')
  await form.getByText('The whole engagement').click()
  await form.getByText('Nothing is left out.').waitFor()
  const { added, signer } = await ben.call('bundle.import', { file: await writtenBundle(window, 'to-ben.tickmark') })
  expect([added > 0, signer.status]).toEqual([true, 'known'])
}

async function writtenBundle({ app, page, folder }: TestWindow, name: string): Promise<FileRef> {
  const file = join(folder, name)
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Write the bundle…' }).click()
  await page.getByText('The bundle was written').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click()
  return file as FileRef
}

/**
 * Both change the title of one control, describe a deviation of the same number and draw a sample for another control; one deletes a
 * control that the other rewords. @returns the first control
 */
async function changeApart({ page }: TestWindow, ben: TestEngine, engagementId: string): Promise<string> {
  const { controls } = await ben.call('control.list', { engagementId, limit: 1000 })
  const control = controls.find(({ ref }) => ref === 'CHG-01')
  const controlId = control?.controlId ?? ''
  const { ref, frequency, type, nature, criteria } = await ben.call('control.get', { controlId })
  const said = { engagementId, controlId, ref, frequency, type, nature, criteria, description: 'Changes are approved.' }
  await ben.call('control.save', { ...said, title: 'Change approval by the owner' })
  await ben.call('deviation.save', { controlId, condition: 'Approved after deployment' })
  const sampled = controls.find((one) => one.ref === 'ACC-02')?.controlId ?? ''
  const [population] = (await ben.call('population.list', { engagementId })).populations
  const draw = { populationId: population?.populationId ?? '', controlId: sampled, method: 'random', size: 5 } as const
  await ben.call('sample.draw', draw)
  const deletedId = controls.find((one) => one.ref === 'AVL-05')?.controlId ?? ''
  const deleted = await ben.call('control.get', { controlId: deletedId })
  await ben.call('control.remove', { controlId: deletedId })
  const kept = { ...said, controlId: deletedId, ref: 'AVL-05', criteria: deleted.criteria, title: 'Yearly exercise' }
  await page.evaluate(
    async (calls) => {
      for (const [method, params] of calls) {
        const answer = await window.tickmark.call(method, params)
        if (!answer.ok) throw new Error(answer.error.message)
      }
    },
    [
      ['control.save', { ...said, title: 'Change approval by two people' }],
      ['deviation.save', { controlId, condition: 'One change without approval' }],
      ['sample.draw', draw],
      ['control.save', kept],
    ] as [string, object][],
  )
  return controlId
}

async function takeBack(window: TestWindow, ben: TestEngine, engagementId: string): Promise<void> {
  const { page, folder } = window
  const file = join(folder, 'from-ben.tickmark') as FileRef
  const [colleague] = (await ben.call('colleague.list', {})).colleagues
  const recipients = [colleague?.recipient ?? '']
  await ben.call('bundle.export', { engagementId, file, recipients, purpose: 'After my review' })
  await dropFile(page, page.getByText('Nothing is to be settled.'), file)
  const form = page.getByRole('form', { name: 'Bundle' })
  await form.getByText('from-ben.tickmark').waitFor()
  await form.getByRole('button', { name: 'Verify' }).click()
  await page.getByText('The bundle is what its maker signed').waitFor()
  await page.getByText('Signed by Ben Roth, whose key this store knows.').waitFor()
  const coming = page.getByRole('table', { name: 'Fields changed on both sides' })
  await coming
    .getByRole('row', { name: /control CHG-01: title Change approval by two people Change approval by the owner/ })
    .waitFor()
  await look(window, 'bundle-open')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('The bundle was imported').waitFor()
  await page.getByText('1 field to decide on.').waitFor()
  await look(window, 'bundle-imported')
  await page.getByRole('link', { name: 'Go to what is to be settled' }).click()
}

/** By keyboard: a value of one's own instead of both. */
async function decide(window: TestWindow, controlId: string): Promise<void> {
  const { page } = window
  const card = page.getByRole('article', { name: 'control CHG-01: title' })
  await card.getByText(/Ben Roth, 2026-/).waitFor()
  expect(await card.getByRole('insertion').allTextContents()).toEqual([' by the owner', ' by two people'])
  await card.getByRole('button', { name: 'What else it says' }).click()
  await card.getByRole('table', { name: 'What else it says' }).getByRole('row', { name: 'ref CHG-01' }).waitFor()
  await look(window, 'conflict')
  await card.getByRole('link', { name: 'control CHG-01' }).click()
  await page.getByText('It cannot be signed yet').waitFor()
  await look(window, 'paper-in-conflict')
  await page.getByRole('link', { name: 'Decide first' }).click()
  await card.waitFor()
  await page.keyboard.press('w')
  await card
    .getByRole('textbox', { name: 'Another value' })
    .fill('Change approval by two people, one of them the owner')
  await card.getByRole('button', { name: /^Decide/ }).click()
  await card.waitFor({ state: 'hidden' })
  expect(await titleOf(page, controlId)).toBe('Change approval by two people, one of them the owner')
}

async function titleOf(page: Page, controlId: string): Promise<unknown> {
  return page.evaluate(async (id) => {
    const answer = await window.tickmark.call('control.get', { controlId: id })
    return answer.ok ? (answer.result as { title: string }).title : answer.error.code
  }, controlId)
}

/** One of two equal references is given anew, the second sample gets its reason, and the control that one deleted stays. */
async function settle(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('heading', { name: 'To settle (3)' }).waitFor()
  await look(window, 'settlements')
  await page.getByRole('button', { name: 'Keep it: control AVL-05' }).click()
  await page.getByRole('heading', { name: 'To settle (2)' }).waitFor()
  await page.getByRole('button', { name: 'Say why it is there… sample of 5 items by Ben Roth' }).click()
  const reason = page.getByRole('dialog', { name: 'Why there is a second sample' })
  await reason.getByRole('textbox', { name: 'Reason' }).fill('Drawn on both laptops on the same day; both are tested.')
  await reason.getByRole('button', { name: 'Record' }).click()
  await page.getByRole('heading', { name: 'To settle (1)' }).waitFor()
  await page.getByRole('button', { name: /^Give another reference… deviation .* by Ben Roth$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Give it' }).click()
  await page.getByText('Nothing is to be settled.').waitFor()
  await look(window, 'bundles')
}

async function sign({ page }: TestWindow, engagementId: string, controlId: string): Promise<void> {
  await page.evaluate(([engagement, control]) => {
    window.location.hash = `#/e/${engagement}/controls/${control}`
  }, [engagementId, controlId].map(encodeURIComponent))
  await page
    .getByRole('button', { name: /^Sign as / })
    .first()
    .click()
  await page.getByRole('list', { name: 'Sign-offs' }).getByRole('listitem').first().waitFor()
}

async function handOverAgain(window: TestWindow, ben: TestEngine, controlId: string): Promise<void> {
  const { page } = window
  await openBundles(page)
  await page.keyboard.press('e')
  await page.getByRole('form', { name: 'Bundle' }).getByRole('checkbox', { name: 'Ben Roth' }).check()
  const taken = await ben.call('bundle.import', { file: await writtenBundle(window, 'to-ben-again.tickmark') })
  expect(taken).toMatchObject({ conflicts: 0, toSettle: 0 })
  const { title } = await ben.call('control.get', { controlId })
  expect(title).toBe('Change approval by two people, one of them the owner')
}

/** In a folder: what Ben left is taken, and what is no file of an exchange is refused. */
async function exchange(
  window: TestWindow,
  ben: TestEngine,
  { engagementId, controlId }: { engagementId: string; controlId: string },
): Promise<void> {
  const { app, page, folder } = window
  const stick = join(folder, 'stick') as FileRef
  await mkdir(stick)
  await ben.call('exchange.setFolder', { engagementId, folder: stick })
  await ben.call('deviation.save', { controlId, condition: 'The ticket was closed by its requester' })
  await ben.call('exchange.sync', { engagementId })
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await answerOpenDialog(app, stick)
  await page.getByRole('form', { name: 'Exchange folder' }).getByRole('button', { name: 'Choose the folder…' }).click()
  const section = page.getByRole('region', { name: 'Exchange folder' })
  await section.getByText('What is left there can be read by Ben Roth').waitFor()
  await section.getByRole('button', { name: 'Exchange now' }).click()
  await section
    .getByRole('table', { name: 'Taken from others' })
    .getByRole('row', { name: /^Ben Roth 1 / })
    .waitFor()
  await section.getByText('Everything of this store is there for them.').waitFor()
  await look(window, 'exchange-folder')
}

/** A bundle of somebody whose key nobody knows is imported only after its words were compared. */
async function refuseUnknown(window: TestWindow): Promise<void> {
  const { app, page } = window
  const dora = await auditor('Dora Kim')
  const { engagementId } = await engagementOf(dora)
  const file = join(dora.folder, 'to-the-window.tickmark') as FileRef
  const recipients = [await ownRecipient(page)]
  await dora.call('bundle.export', { engagementId, file, recipients })
  await answerOpenDialog(app, file)
  await page.getByRole('navigation').getByRole('link', { name: 'Engagements' }).click()
  await page.getByRole('button', { name: 'Open a bundle…' }).click()
  await page.getByRole('button', { name: 'Choose a bundle…' }).click()
  await page.getByRole('button', { name: 'Verify' }).click()
  await page.getByText('It says that Dora Kim made it; this store does not know the key.').waitFor()
  const take = page.getByRole('button', { name: 'Import', exact: true })
  expect(await take.isDisabled()).toBe(true)
  await look(window, 'bundle-unknown-signer')
  await page.getByRole('checkbox', { name: /believe this key/ }).check()
  await take.click()
  await page.getByText('2 entries added, a new engagement.').waitFor()
  await page.keyboard.press('Escape')
}

async function openBundles(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Bundles', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Bundles' }).waitFor()
}
