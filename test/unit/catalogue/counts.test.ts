import { describe, expect, it } from 'vitest'
import { criteriaInScope, tscCriteria, tscCriterionIds } from '../../../electron/engine/catalogue.ts'
import dc200 from '../../../resources/catalog/dc-200.json' with { type: 'json' }
import iso2013 from '../../../resources/catalog/iso27001-2013.json' with { type: 'json' }
import iso2022 from '../../../resources/catalog/iso27001-2022.json' with { type: 'json' }

const startingWith = (prefix: string) =>
  tscCriteria.filter(({ criterionId }) => new RegExp(`^${prefix}\\d`).test(criterionId)).length

describe('the catalogues', () => {
  it('hold the 61 Trust Services Criteria: 33 common, 3 availability, 2 confidentiality, 5 processing integrity, 18 privacy', () => {
    expect(tscCriterionIds().size).toBe(61)
    expect(['CC', 'A', 'C', 'PI', 'P'].map(startingWith)).toEqual([33, 3, 2, 5, 18])
    expect(
      ['CC1', 'CC2', 'CC3', 'CC4', 'CC5', 'CC6', 'CC7', 'CC8', 'CC9'].map(
        (series) => tscCriteria.filter((one) => one.series === series).length,
      ),
    ).toEqual([5, 3, 4, 2, 3, 8, 5, 1, 2])
  })

  it('put the common criteria into every scope, and the others by category', () => {
    expect(criteriaInScope(['security'])).toHaveLength(33)
    expect(criteriaInScope(['security', 'availability'])).toHaveLength(36)
    expect(
      criteriaInScope(['security', 'availability', 'confidentiality', 'processing_integrity', 'privacy']),
    ).toHaveLength(61)
  })

  it('hold 9 description criteria, 114 controls in 14 sections of 2013, and 93 controls of 2022, 11 of them new', () => {
    expect(dc200.criteria).toHaveLength(9)
    expect(iso2013.controls).toHaveLength(114)
    expect(iso2013.sections).toHaveLength(14)
    expect(iso2013.clauses.filter(({ parent }) => parent === null)).toHaveLength(10)
    expect(iso2022.controls).toHaveLength(93)
    expect(iso2022.controls.filter((control) => control.new)).toHaveLength(11)
  })

  it('refer only to controls that exist, and replace each control of 2013 by one of 2022', () => {
    const old = new Set(iso2013.controls.map(({ id }) => id))
    const current = new Set(iso2022.controls.map(({ id }) => id))
    expect(tscCriteria.flatMap((one) => one.iso2013).filter((id) => !old.has(id))).toEqual([])
    expect(tscCriteria.flatMap((one) => one.iso2022).filter((id) => !current.has(id))).toEqual([])
    expect(new Set(iso2022.controls.flatMap(({ replaces }) => replaces)).size).toBe(114)
  })
})
