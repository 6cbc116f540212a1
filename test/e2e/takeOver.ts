import type { TestWindow } from './window.ts'

/** Somebody else takes over at the open store; `name` is theirs. */
export async function takeOver({ page }: TestWindow, passphrase: string, name: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Sample Auditor|Ada Cole|Ben Ruiz/ })
    .click()
  const form = page.getByRole('form', { name: 'Switch user' })
  await form.getByLabel('Your passphrase').fill(passphrase)
  await form.getByRole('button', { name: 'Take over' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('banner').getByRole('button', { name }).waitFor()
}
