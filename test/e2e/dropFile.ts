import type { Locator, Page } from '@playwright/test'

/** Drops a file of the disk on a place of the window, as a hand from the file manager does. */
export async function dropFile(page: Page, place: Locator, ...files: string[]): Promise<void> {
  // A dialog that is still opening moves under the hand.
  await place.hover({ trial: true })
  const box = await place.boundingBox()
  if (box === null) throw new Error('The place to drop on is not in sight')
  const client = await page.context().newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await client.detach()
}
