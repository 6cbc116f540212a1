import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../../shared/journal/entry.ts'
import { journalExample } from '../../documents/journalExample.ts'
import { canonicalJson, type Json } from '../../specification/canonicalJson.ts'
import { foldEntries, readJournal } from '../../specification/journal.ts'
import { Refusal } from '../../specification/refusal.ts'

const { engagementId, lines, state, heads } = journalExample()

describe('a reader that was written from docs/JOURNAL.md alone', () => {
  it('reads the example, and comes to the same state and to the conflict that the document tells of', () => {
    expect(foldEntries(readJournal(lines, engagementId, heads))).toEqual({ state, conflicts: ['control c-1 title'] })
  })

  it('comes to the same in any order of entries', () => {
    const entries = readJournal(lines, engagementId, heads)
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(foldEntries(shuffled).state).toBe(state)
      }),
    )
  })

  it('refuses a journal with any byte changed, a line less, or a line twice', () => {
    const bytes = Buffer.from(lines)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 127 }), (at, flip) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ flip
        expect(() => readJournal(changed.toString(), engagementId, heads)).toThrow(Refusal)
      }),
    )
    const all = lines.split(/(?<=\n)/)
    for (const place of all.keys()) {
      expect(() => readJournal(all.toSpliced(place, 1).join(''), engagementId, heads)).toThrow(Refusal)
      expect(() => readJournal(all.toSpliced(place, 0, all[place] ?? '').join(''), engagementId, heads)).toThrow(
        Refusal,
      )
    }
  })

  it('writes canonical JSON like the library', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value as Json)).toBe(canonical(value))
      }),
    )
  })
})
