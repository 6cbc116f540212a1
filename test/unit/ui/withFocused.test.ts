import { describe, expect, it } from 'vitest'
import { withFocused } from '../../../renderer/ui/withFocused.ts'

describe('the rows of a long list that stay in the document', () => {
  it('are those near the screen where none has the focus', () => {
    expect(withFocused([140, 141, 142], -1, 150)).toEqual([140, 141, 142])
  })

  it('are also the one that has the focus and its neighbours, in order and once', () => {
    expect(withFocused([140, 141, 142], 7, 150)).toEqual([6, 7, 8, 140, 141, 142])
    expect(withFocused([4, 5, 6], 7, 150)).toEqual([4, 5, 6, 7, 8])
    expect(withFocused([4, 5, 6], 149, 150)).toEqual([4, 5, 6, 148, 149])
    expect(withFocused([4, 5, 6], 0, 150)).toEqual([0, 1, 4, 5, 6])
  })
})
