import type { Page } from '@playwright/test'

/** The recipient that whoever is signed in gives out. */
export async function ownRecipient(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = await window.tickmark.call('colleague.ownCard', {})
    return answer.ok ? (answer.result as { recipient: string }).recipient : ''
  })
}
