import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allocate } from '../../../shared/sampling/allocate.ts'
import { ruleConfidence } from '../../../shared/sampling/ruleConfidence.ts'
import { sampleSize } from '../../../shared/sampling/sampleSize.ts'
import { select } from '../../../shared/sampling/select.ts'
import { systematic } from '../../../shared/sampling/systematic.ts'
import { upperLimit } from '../../../shared/sampling/upperLimit.ts'
import { upperLimitStratified } from '../../../shared/sampling/upperLimitStratified.ts'

type Params<Rule extends (params: never) => unknown> = Parameters<Rule>[0]
type GoldenCase = { id: string; method: string; params: unknown; expected: object; tolerance?: number; source: string }

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const methods: Record<string, (params: never) => object> = {
  'sampling.size': sampleSize,
  'sampling.upperLimit': upperLimit,
  'sampling.upperLimitStratified': upperLimitStratified,
  'sampling.ruleConfidence': (params: Params<typeof ruleConfidence>) => ({ confidence: ruleConfidence(params) }),
  'sampling.select': ({ seed, itemIds, size }: { seed: string; itemIds: string[]; size: number }) => ({
    itemIds: select(seed, itemIds, size, sha256).map(({ itemId }) => itemId),
  }),
  'sampling.systematic': ({ seed, populationSize, size }: { seed: string; populationSize: number; size: number }) => ({
    positions: systematic(seed, populationSize, size, sha256),
  }),
  'sampling.allocate': (params: Params<typeof allocate>) => ({ allocation: allocate(params) }),
}

const cases = JSON.parse(readFileSync(new URL('../../golden/sampling.json', import.meta.url), 'utf8')) as GoldenCase[]

describe('reference values of published tables and of other programs', () => {
  it('are all there', () => {
    expect(cases).toHaveLength(518)
  })

  it.each(cases)('$id $method: $source', ({ method, params, expected, tolerance }) => {
    const found = methods[method]?.(params as never)
    expect(found).toMatchObject(
      Object.fromEntries(
        Object.entries(expected).map(([name, value]) => [
          name,
          typeof value === 'number' && tolerance !== undefined ? near(value, tolerance) : value,
        ]),
      ),
    )
  })
})

const near = (value: number, tolerance: number) => ({
  asymmetricMatch: (found: unknown) => typeof found === 'number' && Math.abs(found - value) <= tolerance,
  toString: () => `within ${tolerance} of ${value}`,
})
