import { describe, expect, it } from 'vitest'
import { keptText, labelsOf, mentionAt, shownText } from '../../../renderer/records/mentionText.ts'
import type { RecordInfo } from '../../../shared/contract/record.ts'

const record = (id: string, ref: string): RecordInfo => ({
  kind: 'procedure',
  id,
  ref,
  title: '',
  within: 'C',
  state: 'present',
})
const records = [record('p1', 'CHG-01 inspection'), record('p2', 'CHG-01 inspection'), record('p3', 'a[b]')]

describe('a field with references', () => {
  it('shows their names and keeps their tokens', () => {
    const labels = labelsOf(records)
    const kept = 'See @[procedure:p1], @[procedure:p2] and @[procedure:p3].'
    const shown = 'See @[CHG-01 inspection], @[CHG-01 inspection (2)] and @[ab].'
    expect(shownText(kept, labels)).toBe(shown)
    expect(keptText(shown, labels, records)).toBe(kept)
  })

  it('leaves what is no reference as it was typed, and one that it cannot name as it is kept', () => {
    const labels = labelsOf([])
    expect(keptText('mail a@b, @[CHG-99]', labels, [])).toBe('mail a@b, @[CHG-99]')
    expect(shownText('@[procedure:p1]', labels)).toBe('@[procedure:p1]')
  })

  it.each([
    ['@', { start: 0, words: '' }],
    ['as @DEV', { start: 3, words: 'DEV' }],
    ['as (@CHG-00312 C', { start: 4, words: 'CHG-00312 C' }],
    ['ada@meridian', null],
    ['@[CHG-01]', null],
    ['@CHG\nnext', null],
    [`@${'x'.repeat(61)}`, null],
    ['nothing', null],
  ])('looks for a record in %j', (text, mention) => {
    expect(mentionAt(text, text.length)).toEqual(mention)
  })
})
