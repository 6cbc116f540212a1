import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx'
import { describe, expect, it } from 'vitest'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { looker } from './looker.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

async function goTo({ page }: TestWindow, heading: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: heading }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

describe('from the criteria to the opinion', () => {
  it(
    'the scope, the description, the commitments and what if are written and looked at',
    { timeout: 600_000 },
    async () => {
      const window = await openSample()
      await scope(window)
      await description(window)
      await fromWord(window)
      await changes(window)
      await commitment(window)
      await whatIf(window)
      expect(findings).toEqual([])
    },
  )

  it('the same tests are seen by Annex A, with a conclusion of their own', { timeout: 600_000 }, async () => {
    const window = await openSample()
    await firmWording(window)
    await iso(window)
    expect(findings).toEqual([])
  })
})

async function scope(window: TestWindow): Promise<void> {
  const { page } = window
  await goTo(window, 'Scope')
  await page.getByRole('button', { name: 'CC6.4 does not apply…' }).click()
  await page
    .getByRole('textbox', { name: 'Why it has nothing to do with the system' })
    .fill('The host guards the halls.')
  await page.getByRole('button', { name: 'Record' }).click()
  await page.getByText('Does not apply: The host guards the halls.').waitFor()
  await page.getByRole('tab', { name: 'Commitments' }).click()
  await page.getByRole('button', { name: 'Add a commitment or requirement' }).click()
  const form = page.getByRole('form', { name: 'Commitment or requirement' })
  await form.getByRole('textbox', { name: 'Text' }).fill('Every change is approved before it is released.')
  await form.getByRole('combobox', { name: 'Criteria' }).fill('CC8.1')
  await page.getByRole('option', { name: /^CC8\.1 / }).click()
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('rowheader', { name: 'SC-1' }).waitFor()
  await look(window, 'scope-commitments')
  await page.getByRole('tab', { name: 'Boundary' }).click()
  await page.getByRole('button', { name: 'Add a part of the system' }).click()
  const part = page.getByRole('form', { name: 'Part of the system' })
  await part.getByRole('textbox', { name: 'Name' }).fill('Ledger database')
  await part.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Ledger database').waitFor()
  await page.getByRole('tab', { name: 'Coverage matrix' }).click()
  await page.getByRole('img', { name: /^Criteria against controls; without a control: P2\.1, / }).waitFor()
  await page
    .getByRole('table', { name: 'Criteria and their controls' })
    .getByRole('rowheader', { name: /^CC8\.1 / })
    .waitFor()
  await look(window, 'scope-matrix')
}

async function description(window: TestWindow): Promise<void> {
  const { page } = window
  await goTo(window, 'System description')
  await page.getByRole('tab', { name: 'Text' }).click()
  await page.getByRole('button', { name: 'Add a section' }).click()
  const form = page.getByRole('form', { name: 'Section of the description' })
  await form.getByRole('textbox', { name: 'Title' }).fill('Services')
  const text = form.getByRole('textbox', { name: 'Text' })
  await text.click()
  await text.pressSequentially('Northwind keeps ledgers.')
  await form.getByRole('button', { name: 'Insert a table' }).click()
  await form.getByRole('button', { name: 'Add a row below' }).waitFor()
  for (const [place, head] of ['Site', 'Use', 'Owner'].entries()) {
    if (place > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(head)
  }
  await look(window, 'description-editor')
  await form.getByRole('button', { name: 'Save section' }).click()
  await page.getByRole('article', { name: 'Services' }).getByText('Northwind keeps ledgers.').waitFor()
  await page.getByRole('button', { name: 'Link paragraphs' }).click()
  await page.getByRole('combobox', { name: 'Criteria that paragraph 1 answers' }).click()
  await page.getByRole('option', { name: 'DC 1' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Checklist' }).click()
  await page.getByRole('button', { name: /^DC 1 / }).click()
  const found = page.getByRole('form', { name: 'What was found on DC 1' })
  await found.getByRole('textbox', { name: 'How it was seen to be implemented' }).fill('Seen in the product.')
  await page.getByRole('region', { name: 'Paragraphs of DC 1' }).getByText('Northwind keeps ledgers.').waitFor()
  await look(window, 'description-checklist')
}

/** Management's draft, whose second list goes on counting where the first one ended. */
async function fromWord(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  const file = join(folder, 'draft.docx')
  const step = (text: string) => new Paragraph({ text, numbering: { reference: 'steps', level: 0 } })
  const children = [
    new Paragraph({ text: 'Infrastructure and software', heading: HeadingLevel.HEADING_1 }),
    step('Two halls in Oslo'),
    step('One hall in Bergen'),
    new Paragraph('Besides, in the cloud:'),
    step('The archive of Northgrid'),
  ]
  const level = { level: 0, format: LevelFormat.DECIMAL, text: '%1.', start: 1 }
  const numbering = { config: [{ reference: 'steps', levels: [level] }] }
  await writeFile(file, await Packer.toBuffer(new Document({ numbering, sections: [{ children }] })))
  await page.getByRole('tab', { name: 'Text' }).click()
  await answerOpenDialog(app, file)
  await page.getByRole('button', { name: 'Take from a Word document…' }).click()
  await page.getByText('1 section was taken from draft.docx').waitFor()
  const section = page.getByRole('article', { name: 'Infrastructure and software' })
  await section.getByText('DC 3', { exact: true }).waitFor()
  expect(await section.locator('ol').evaluateAll((lists) => lists.map((list) => list.getAttribute('start')))).toEqual([
    '1',
    '3',
  ])
  await look(window, 'description-from-word')
}

async function changes(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('tab', { name: 'Significant changes' }).click()
  await page.getByRole('button', { name: 'Add a change' }).click()
  const form = page.getByRole('form', { name: 'Significant change' })
  await form.getByRole('textbox', { name: 'Day' }).fill('2027-03-01')
  await form.getByRole('textbox', { name: 'Title' }).fill('Move to the new pipeline')
  await form.getByRole('textbox', { name: 'What changed' }).fill('Releases are made by the pipeline alone.')
  await form
    .getByRole('textbox', { name: 'Effect on commitments, requirements or controls' })
    .fill('CHG-01 is automated.')
  await form.getByRole('button', { name: 'Save change' }).click()
  await form.getByRole('alert').waitFor()
  await form.getByRole('textbox', { name: 'Day' }).fill('2026-03-01')
  await form.getByRole('button', { name: 'Save change' }).click()
  const row = page
    .getByRole('table', { name: 'Significant changes' })
    .getByRole('row', { name: /Move to the new pipeline/ })
  await row.getByText('not yet').waitFor()
  await look(window, 'description-changes')
}

async function commitment(window: TestWindow): Promise<void> {
  const { page } = window
  await goTo(window, 'Conclusions and opinion')
  await page.getByRole('tab', { name: 'Commitments' }).click()
  await page.getByRole('button', { name: 'Conclude on the operation of SC-1' }).click()
  const form = page.getByRole('form', { name: 'Conclusion on the operation of SC-1' })
  await form.getByRole('combobox', { name: 'Conclusion' }).click()
  await page.getByRole('option', { name: 'Not achieved' }).click()
  await form.getByRole('textbox', { name: 'Rationale' }).fill('One change was released before its approval.')
  await form.getByRole('button', { name: 'Conclude' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('row', { name: /^SC-1/ }).getByText('Not achieved').waitFor()
  await look(window, 'opinion-commitments')
  // The search leads to the tab that it stands on.
  await goTo(window, 'Controls')
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('released before its approval')
  await page.getByRole('button', { name: /^Conclusion on the operation of SC-1/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Conclusions and opinion' }).waitFor()
  await page.getByText('One change was released before its approval.').waitFor()
}

async function whatIf(window: TestWindow): Promise<void> {
  const { page } = window
  await goTo(window, 'Conclusions and opinion')
  await page.getByRole('tab', { name: 'What if' }).click()
  const form = page.getByRole('form', { name: 'Suppose a conclusion' })
  await form.getByRole('combobox', { name: 'Suppose that' }).fill('CC8.1')
  await page.getByRole('option', { name: /^CC8\.1 / }).click()
  await form.getByRole('combobox', { name: 'was concluded as' }).click()
  await page.getByRole('option', { name: 'Not met' }).click()
  await form.getByRole('button', { name: 'Suppose' }).click()
  await page.getByRole('region', { name: 'Operating effectiveness' }).getByText('Paragraphs that come').waitFor()
  await look(window, 'what-if')
}

/** The firm's own, licensed wording: shown from then on beside ids and short titles, and rows that fit nothing named. */
async function firmWording(window: TestWindow): Promise<void> {
  const { page, app, folder } = window
  await page.keyboard.press(',')
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  const region = page.getByRole('region', { name: 'Wording of the frameworks' })
  const take = async (framework: string, ...rows: string[]) => {
    const file = join(folder, 'wording.csv')
    await writeFile(file, ['id,text', ...rows, ''].join('\r\n'))
    await answerOpenDialog(app, file)
    await region.getByRole('button', { name: `Take from CSV… the wording of ${framework}` }).click()
    await region.getByRole('row', { name: new RegExp(`^${framework} 1 of`) }).waitFor()
  }
  await take('Trust Services Criteria 2017', 'CC8.1,Our licensed words on changes.')
  await take('ISO/IEC 27001:2022', 'A.8.32,Our licensed words on A.8.32.', 'A.9.99,Of another edition.')
  await region.getByText('A.9.99').waitFor()
  await region.scrollIntoViewIfNeeded()
  await look(window, 'settings-wording')
  await page.goBack()
  await goTo(window, 'Scope')
  await page.getByText('Our licensed words on changes.').waitFor()
}

/** A line of the statement of applicability is written on the requirement, and read in the list. */
async function applicability(window: TestWindow): Promise<void> {
  const { page } = window
  const open = async (requirementId: string) => {
    await page.getByRole('button', { name: `Open ${requirementId}`, exact: true }).click()
    return page.getByRole('form', { name: 'Statement of applicability' })
  }
  const line = await open('A.7.4')
  await line.getByRole('combobox', { name: 'Applies' }).click()
  await page.getByRole('option', { name: 'Does not apply' }).click()
  await line.getByRole('button', { name: 'Record the line' }).click()
  await line.getByText('Say why.').waitFor()
  await line.getByRole('textbox', { name: 'Justification' }).fill('No premises of its own.')
  await line.getByRole('button', { name: 'Record the line' }).click()
  await page.keyboard.press('Escape')
  await line.waitFor({ state: 'hidden' })
  await page.getByRole('row', { name: /^A\.7\.4 .*does not apply/ }).waitFor()
}

async function iso(window: TestWindow): Promise<void> {
  const { page, app, folder } = window
  await goTo(window, 'ISO 27001')
  await page.getByRole('button', { name: /proposed mappings$/ }).click()
  await page.getByRole('button', { name: /^Record \d+ answers$/ }).click()
  await page.getByRole('button', { name: '0 proposed mappings' }).waitFor()
  await applicability(window)
  await page.getByRole('button', { name: 'Open A.8.32' }).click()
  await page.getByText('Our licensed words on A.8.32.').waitFor()
  const form = page.getByRole('form', { name: 'Conclusion on A.8.32' })
  await form.getByRole('combobox', { name: 'Conclusion' }).click()
  await page.getByRole('option', { name: 'Opportunity for improvement' }).click()
  await form.getByRole('textbox', { name: 'Reasoning' }).fill('Emergency changes are told apart by hand.')
  await form.getByRole('button', { name: 'Conclude' }).click()
  await form.getByText('Concluded by').waitFor()
  await look(window, 'iso-requirement')
  await form.getByRole('button', { name: 'Take back…' }).click()
  await page.getByRole('textbox', { name: 'Why it is taken back' }).fill('Judged too early.')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await form.getByRole('button', { name: 'Conclude', exact: true }).waitFor()
  await form.getByRole('combobox', { name: 'Conclusion' }).click()
  await page.getByRole('option', { name: 'Opportunity for improvement' }).click()
  await form.getByRole('textbox', { name: 'Reasoning' }).fill('Emergency changes are told apart by hand.')
  await form.getByRole('button', { name: 'Conclude', exact: true }).click()
  await form.getByText('Concluded by').waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  await page.getByText('Clauses 4 to 10').click()
  await page.getByRole('button', { name: 'Open 4.1' }).waitFor()
  await look(window, 'iso-view')
  const file = join(folder, 'soa.csv')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export: Statement of applicability 2022' }).click()
  await page.getByRole('menuitem', { name: 'As text (CSV)…' }).click()
  await page.getByText('123 rows were written').waitFor()
  const statement = await readFile(file, 'utf8')
  expect(statement).toContain('Opportunity for improvement')
  expect(statement).toMatch(/^A\.7\.4,.*,no,No premises of its own\./m)
}
