import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraft } from '../../../renderer/narratives/narrativeDraft.ts'

type Fields = { title: string; text: string }
type Call = {
  typed: Fields
  basedOn: string | null
  answer: (at: string, fields?: Fields) => void
  refuse: (error: Error) => void
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

class Overtaken extends Error {}

/** A draft whose saves wait for the test to answer them. */
function writing() {
  const calls: Call[] = []
  const draft = createDraft<Fields>({
    fields: { title: 'Changes', text: '' },
    at: 't0',
    times: { quiet: 700, latest: 4000 },
    isOvertaken: (error) => error instanceof Overtaken,
    save: (typed, _kept, basedOn) => {
      const { promise, resolve, reject } = Promise.withResolvers<{ fields: Fields; at: string }>()
      calls.push({ typed, basedOn, answer: (at, fields = typed) => resolve({ fields, at }), refuse: reject })
      return promise
    },
  })
  const last = () => {
    const call = calls.at(-1)
    if (call === undefined) throw new Error('Nothing was saved')
    return call
  }
  return { draft, calls, last }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

describe('what is typed into a narrative', () => {
  it('is said to be saved when the engine said so, and not before', async () => {
    const { draft, calls, last } = writing()
    expect(draft.state()).toEqual({ status: 'saved', at: 't0' })
    draft.change({ text: 'A' })
    expect(draft.state()).toEqual({ status: 'waiting' })
    await vi.advanceTimersByTimeAsync(699)
    expect(calls).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(draft.state()).toEqual({ status: 'saving' })
    expect(last()).toMatchObject({ typed: { title: 'Changes', text: 'A' }, basedOn: 't0' })
    last().answer('t1')
    await settle()
    expect(draft.state()).toEqual({ status: 'saved', at: 't1' })
  })

  it('is kept while somebody types on without a rest', async () => {
    const { draft, calls } = writing()
    for (let typed = 1; typed <= 8; typed += 1) {
      draft.change({ text: 'A'.repeat(typed) })
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(calls).toHaveLength(1)
  })

  it('is saved one save after the other, each over what the one before left', async () => {
    const { draft, calls, last } = writing()
    draft.change({ text: 'A' })
    void draft.flush()
    await settle()
    draft.change({ text: 'AB' })
    void draft.flush()
    await settle()
    expect(calls).toHaveLength(1)
    last().answer('t1')
    await settle()
    expect(last()).toMatchObject({ typed: { text: 'AB' }, basedOn: 't1' })
    last().answer('t2')
    await settle()
    expect(draft.state()).toEqual({ status: 'saved', at: 't2' })
  })

  it('stays when it cannot be saved, with the reason, and is saved when it is tried again', async () => {
    const { draft, last } = writing()
    draft.change({ text: 'A' })
    void draft.flush()
    await settle()
    last().refuse(new Error('The disk is full.'))
    await settle()
    expect(draft.state()).toMatchObject({ status: 'failed', error: { message: 'The disk is full.' } })
    expect(draft.typed().text).toBe('A')
    void draft.flush()
    await settle()
    last().answer('t1')
    await settle()
    expect(draft.state()).toEqual({ status: 'saved', at: 't1' })
  })

  it('waits for a choice where the text became another one, and is written over it only on purpose', async () => {
    const { draft, calls, last } = writing()
    draft.change({ text: 'A' })
    void draft.flush()
    await settle()
    last().refuse(new Overtaken())
    await settle()
    expect(draft.state()).toEqual({ status: 'overtaken' })
    draft.change({ text: 'AB' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(calls).toHaveLength(1)
    void draft.keepMine()
    await settle()
    expect(last()).toMatchObject({ typed: { text: 'AB' }, basedOn: null })
  })

  it('takes the fields that somebody else changed, and keeps what was typed meanwhile', async () => {
    const { draft, last } = writing()
    draft.change({ text: 'A' })
    void draft.flush()
    await settle()
    draft.change({ text: 'AB' })
    last().answer('t1', { title: 'Change management', text: 'A' })
    await settle()
    expect(draft.typed()).toEqual({ title: 'Change management', text: 'AB' })
    expect(draft.revision()).toBe(1)
  })
})
