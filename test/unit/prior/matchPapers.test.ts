import { describe, expect, it } from 'vitest'
import { matchPapers } from '../../../shared/prior/matchPapers.ts'

const paper = (id: string, key: string) => ({ id, key })

describe('which papers of two periods are the same', () => {
  it('is said by the origin before the reference, whatever they are called now', () => {
    const mine = [paper('m1', 'CHG-02'), paper('m2', 'CHG-01')]
    const prior = [paper('p1', 'CHG-01'), paper('p2', 'CHG-02')]
    expect(matchPapers(mine, prior, (id) => (id === 'm1' ? 'p1' : undefined))).toEqual([
      { id: 'm1', priorId: 'p1', by: 'origin' },
      { id: 'm2', priorId: null, by: null },
      { id: null, priorId: 'p2', by: null },
    ])
  })

  it('is said by the reference in whatever case where no origin is known', () => {
    expect(matchPapers([paper('m1', ' acc-01 ')], [paper('p1', 'ACC-01')], () => undefined)).toEqual([
      { id: 'm1', priorId: 'p1', by: 'key' },
    ])
  })

  it('pairs each paper once, and does not take an origin that is not there', () => {
    const mine = [paper('m1', 'A'), paper('m2', 'A')]
    expect(matchPapers(mine, [paper('p1', 'A')], () => 'gone')).toEqual([
      { id: 'm1', priorId: 'p1', by: 'key' },
      { id: 'm2', priorId: null, by: null },
    ])
  })
})
