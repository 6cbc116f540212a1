import { expect, it } from 'vitest'
import { compareVersions } from '../../../electron/engine/release/compareVersions.ts'

it.each([
  // The order that Semantic Versioning 2.0.0 gives in item 11: 1.0.0 < 2.0.0 < 2.1.0 < 2.1.1; numbers, not letters.
  ['2.0.0', '1.0.0', 'newer'],
  ['2.1.0', '2.0.0', 'newer'],
  ['2.1.1', '2.1.0', 'newer'],
  ['1.10.0', '1.9.0', 'newer'],
  ['1.0.0', '1.0.0', 'same'],
  ['0.9.9', '1.0.0', 'older'],
])('%s beside %s is %s', (version, other, relation) => {
  expect(compareVersions(version, other)).toBe(relation)
})
