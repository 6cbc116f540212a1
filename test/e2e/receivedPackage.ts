import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { answerOpenDialog } from './dialogs.ts'
import { goTo } from './goTo.ts'
import type { looker } from './looker.ts'
import type { TestWindow } from './window.ts'

/** A folder of the client with an index: what is missing is said before anything is taken. */
export async function takePackage(
  window: TestWindow,
  engagementId: string,
  look: ReturnType<typeof looker>['look'],
): Promise<void> {
  const { app, page, folder } = window
  const received = join(folder, 'received')
  await mkdir(join(received, 'tickets'), { recursive: true })
  await writeFile(
    join(received, 'index.csv'),
    'Request ID,File name\nCHG-01,tickets/approval.txt\nREQ-99,policy.txt\nCHG-01,never sent.txt\n',
  )
  await writeFile(join(received, 'tickets', 'approval.txt'), 'approved by B')
  await writeFile(join(received, 'policy.txt'), 'the policy')
  await goTo(page, `#/e/${encodeURIComponent(engagementId)}/evidence`)
  await page.getByRole('button', { name: 'Take a package…' }).click()
  await answerOpenDialog(app, received)
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take a package' })
  await dialog
    .getByRole('table', { name: 'Completeness' })
    .getByRole('row', { name: /^Missing never sent\.txt 4 / })
    .waitFor()
  await dialog
    .getByRole('table', { name: 'Files' })
    .getByRole('row', { name: /approval\.txt CHG-01 / })
    .waitFor()
  await dialog.getByRole('textbox', { name: 'Received from' }).fill('Compliance desk')
  await look(window, 'package')
  await dialog.getByRole('button', { name: 'Take 3 files' }).click()
  await page.getByText('3 files of received are kept as evidence, and the package itself.').waitFor()
  expect(await readFile(join(received, 'policy.txt'), 'utf8')).toBe('the policy')
}
