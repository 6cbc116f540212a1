import { describe, expect, it } from 'vitest'
import { lostHistory } from '../../../shared/journal/rememberedHead.ts'

const head = { engagementId: 'E', deviceId: 'D', seq: 812, hash: 'a'.repeat(64) }
const found = (endsAt: number, hash: string | undefined) =>
  lostHistory(
    [head],
    () => endsAt,
    () => hash,
  )

describe('a store, held against a head that was remembered of it', () => {
  it('has lost nothing where it ends there or goes on from there', () => {
    expect(found(812, head.hash)).toEqual([])
    expect(found(900, head.hash)).toEqual([])
  })

  it('is older where it ends before, and says where', () => {
    expect(found(790, undefined)).toEqual([{ ...head, problem: 'older', endsAt: 790 }])
    expect(found(0, undefined)).toEqual([{ ...head, problem: 'older', endsAt: 0 }])
  })

  it('was written again where it has another entry there', () => {
    expect(found(900, 'b'.repeat(64))).toEqual([{ ...head, problem: 'rewritten', endsAt: 900 }])
  })
})
