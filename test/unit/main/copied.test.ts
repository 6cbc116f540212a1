import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Copied } from '../../../electron/main/copied.ts'

function clipboardWith(text: string) {
  const clipboard = {
    text,
    readText: () => Promise.resolve(clipboard.text),
    clear: () => {
      clipboard.text = ''
      return Promise.resolve()
    },
  }
  return clipboard
}

describe('what was copied out of a window', () => {
  it('is gone from the clipboard after the lock, also where its note came before the text', async () => {
    const clipboard = clipboardWith('of another program')
    const copied = new Copied(clipboard)
    const noted = copied.note()
    await setTimeout(50)
    clipboard.text = 'Harbour Freight Systems'
    await noted
    await copied.forget()
    expect(clipboard.text).toBe('')
  })

  it('is gone, too, where the store locks at once', async () => {
    const clipboard = clipboardWith('Harbour Freight Systems')
    const copied = new Copied(clipboard)
    void copied.note()
    await copied.forget()
    expect(clipboard.text).toBe('')
  })

  it('leaves alone what somebody copied elsewhere meanwhile', async () => {
    const clipboard = clipboardWith('Harbour Freight Systems')
    const copied = new Copied(clipboard)
    await copied.note()
    clipboard.text = 'of another program'
    await copied.forget()
    expect(clipboard.text).toBe('of another program')
  })
})
