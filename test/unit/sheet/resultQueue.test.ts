import { describe, expect, it } from 'vitest'
import { createResultQueue, type SheetAction } from '../../../renderer/sheet/resultQueue.ts'

const action = (sampleItemId: string): SheetAction => [{ sampleItemId, attribute: 'A', outcome: 'pass' }]
const idOf = (its: SheetAction) => its[0]?.sampleItemId ?? ''

/** An engine that answers when the test says so. */
function startQueue() {
  const sent: string[] = []
  const saved: string[] = []
  const refused: string[] = []
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = []
  const queue = createResultQueue({
    send: (its) => {
      sent.push(idOf(its))
      return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }))
    },
    saved: (its) => saved.push(idOf(its)),
    refused: (its) => refused.push(idOf(its)),
  })
  const answer = async (index: number, error?: Error) => {
    if (error) answers[index]?.reject(error)
    else answers[index]?.resolve()
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { queue, sent, saved, refused, answer }
}

describe('results on their way to the engine', () => {
  it('go in the order of typing, the next when the one before is answered', async () => {
    const { queue, sent, saved, answer } = startQueue()
    for (const id of ['i1', 'i2', 'i3']) queue.add(action(id))
    expect(sent).toEqual(['i1'])
    await answer(0)
    await answer(1)
    await answer(2)
    expect(sent).toEqual(['i1', 'i2', 'i3'])
    expect(saved).toEqual(['i1', 'i2', 'i3'])
  })

  it('go on after one was refused', async () => {
    const { queue, saved, refused, answer } = startQueue()
    queue.add(action('i1'))
    queue.add(action('i2'))
    await answer(0, new Error('replaced'))
    await answer(1)
    expect({ saved, refused }).toEqual({ saved: ['i2'], refused: ['i1'] })
  })

  it('are all sent at once when the window closes, still in order', () => {
    const { queue, sent } = startQueue()
    for (const id of ['i1', 'i2', 'i3']) queue.add(action(id))
    queue.flush()
    expect(sent).toEqual(['i1', 'i2', 'i3'])
  })

  it('are drained once every one is answered', async () => {
    const { queue, answer } = startQueue()
    let isDrained = false
    queue.add(action('i1'))
    queue.add(action('i2'))
    const drained = queue.drained().then(() => {
      isDrained = true
    })
    await answer(0)
    expect(isDrained).toBe(false)
    expect(queue.open()).toBe(1)
    await answer(1, new Error('refused'))
    await drained
    expect(queue.open()).toBe(0)
  })
})
