import { describe, expect, it } from 'vitest'
import type { ComplementaryControl } from '../../../shared/contract/subservice.ts'
import { complementaryMatrix } from '../../../shared/subservice/matrix.ts'

const criterion = (criterionId: string, ...refs: string[]) => ({
  criterionId,
  title: criterionId,
  controls: refs.map((ref) => ({ controlId: ref, ref, organisation: null })),
})
const complementary = (
  ref: string,
  criteria: string[],
  organisationId: string | null = null,
): ComplementaryControl => ({
  complementaryId: ref,
  kind: ref.startsWith('CUEC') ? 'cuec' : 'csoc',
  ref,
  text: ref,
  organisationId,
  criteria,
  controlIds: [],
  communicated: null,
})
const organisations: Parameters<typeof complementaryMatrix>[2] = [
  { organisationId: 'host', method: 'carve_out', uncoveredDays: 0, controls: [] },
  { organisationId: 'mail', method: 'carve_out', uncoveredDays: 12, controls: [] },
]

describe('the matrix of what criteria rest on', () => {
  it('names own controls and those of others, and what is missing', () => {
    const rows = complementaryMatrix(
      [criterion('CC6.1', 'ACC-01'), criterion('CC6.4'), criterion('CC6.5'), criterion('CC7.2', 'OPS-02')],
      [
        complementary('CUEC-1', ['CC6.1']),
        complementary('CSOC-1', ['CC6.4'], 'host'),
        complementary('CSOC-2', ['CC7.2'], 'mail'),
      ],
      organisations,
    )
    expect(rows.map(({ criterionId, cuecs, csocs, gaps }) => [criterionId, cuecs, csocs, gaps])).toEqual([
      ['CC6.1', ['CUEC-1'], [], []],
      ['CC6.4', [], ['CSOC-1'], ['only_complementary']],
      ['CC6.5', [], [], ['nothing']],
      ['CC7.2', [], ['CSOC-2'], ['organisation_not_covered']],
    ])
  })
})
