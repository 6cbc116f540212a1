import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStateText, plainStateOf, stateText } from '../../electron/engine/bundle/stateText.ts'
import { canonical, type EntryBody } from '../../shared/journal/entry.ts'
import { fold, type PlainState, plainState } from '../../shared/journal/fold.ts'

/** Names that sort otherwise by code points than by code units among them. */
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 4, unit: 'binary' }),
  fc.constantFrom('\u{FFFD}', '\u{1F600}', 'é', '"', '\\', '10', '9', '__proto__'),
)
const states: fc.Arbitrary<PlainState> = fc.dictionary(
  name,
  fc.dictionary(name, fc.dictionary(name, fc.oneof(name, fc.integer(), fc.boolean(), fc.constant(null))), {
    noNullPrototype: true,
  }),
  { noNullPrototype: true },
)

function counted() {
  const pauses = { taken: 0 }
  return { pauses, pause: async () => void (pauses.taken += 1) }
}

async function textOf(state: PlainState): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of stateText(state, counted().pause)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

describe('the text of a state in pieces', () => {
  it('is its canonical JSON, whatever is in it, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(states, async (state) => {
        const text = await textOf(state)
        expect(text).toBe(canonical(state))
        expect(await isStateText(Buffer.from(text), state, counted().pause)).toBe(true)
        for (const other of [`${text} `, text.slice(0, -1), text.replace('{', '[')])
          expect(await isStateText(Buffer.from(other), state, counted().pause)).toBe(false)
        expect(await isStateText(null, state, counted().pause)).toBe(false)
      }),
    )
  })

  it('lets others in after every row, and comes in pieces where it is long', async () => {
    const state = {
      control: Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`c${at}`, { title: 'x'.repeat(60) }])),
    }
    const { pauses, pause } = counted()
    let pieces = 0
    for await (const piece of stateText(state, pause)) pieces += Math.sign(piece.length)
    expect(pauses.taken).toBe(3000)
    expect(pieces).toBeGreaterThan(3)
  })

  it('is made of the same values as the fold at once', async () => {
    const entry = (seq: number, value: string): EntryBody => ({
      engagementId: 'E',
      deviceId: 'D',
      seq,
      hlc: `2026-01-0${seq}T00:00:00.000Z-0000-D`,
      at: '2026-01-01T00:00:00.000+00:00',
      actorId: 'A',
      command: 'control.save',
      heads: {},
      changes: ['c', '__proto__'].map((id) => ({ entity: 'control', id, field: 'title', value })),
      prev: '',
    })
    const state = fold([entry(1, 'before'), entry(2, 'after')])
    const plain = await plainStateOf(state, counted().pause)
    expect(canonical(plain)).toBe(canonical(plainState(state)))
    expect(Object.keys(plain['control'] ?? {})).toEqual(['c', '__proto__'])
  })
})
