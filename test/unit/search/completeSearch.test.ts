import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeSearch } from '../../../shared/search/completeSearch.ts'
import { parseSearch } from '../../../shared/search/parseSearch.ts'

const known = { control: ['CHG-01', 'CHG-02', 'CC6.1'], by: ['AC', 'Ada Cole'], type: ['pdf'] }
const completed = (text: string) => completeSearch(text, known)

describe('what is offered to somebody who types a filter', () => {
  it('is its name, then its values', () => {
    expect(completed('approval c')).toEqual(['approval control:', 'approval criterion:'])
    expect(completed('approval -kin')).toEqual(['approval -kind:'])
    expect(completed('outcome:de')).toEqual(['outcome:deviation '])
    expect(completed('draft control:chg')).toEqual(['draft control:CHG-01 ', 'draft control:CHG-02 '])
    expect(completed('kind:evidence,no')).toEqual(['kind:evidence,note '])
  })

  it('is in quotes where it has a space', () => {
    expect(completed('by:ad')).toEqual(['by:"Ada Cole" '])
    expect(completed('by:"Ada C')).toEqual(['by:"Ada Cole" '])
  })

  it('is nothing behind what is finished, or is no filter', () => {
    for (const text of ['', 'approval ', 'outcome:deviation ', 'colour:re', '"by:a', 'outcome:deviation', 'type:pdf']) {
      expect(completed(text)).toEqual([])
    }
  })

  it('is always a filter that the search takes', () => {
    const typed = fc.string({ unit: fc.constantFrom('by:', 'kind:', 'c', 'o', 'control:', 'a', ' ', ',', '-', '"') })
    fc.assert(
      fc.property(typed, (text) => {
        // What stands before the value that is being typed: nothing that is offered can mend that.
        const before = text.replace(/[^,:]*$/, '').replace(/,$|\S*:$/, '')
        const isSound = faultOf(before) === null
        const offered = isSound ? completed(text).filter((each) => each.endsWith(' ')) : []
        expect(offered.filter((each) => faultOf(each) !== null)).toEqual([])
      }),
    )
  })
})

function faultOf(text: string): unknown {
  try {
    parseSearch(text)
    return null
  } catch (error) {
    return error
  }
}
