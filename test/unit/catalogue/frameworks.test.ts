import { describe, expect, it } from 'vitest'
import { tscCriteria } from '../../../electron/engine/catalogue.ts'
import { descriptionCriteriaOf } from '../../../electron/engine/catalogue/descriptionCriteria.ts'
import { isoCatalogue } from '../../../electron/engine/catalogue/isoCatalogue.ts'
import mapping from '../../../resources/catalog/tsc-iso.json' with { type: 'json' }
import type { IsoCatalogueEntry, IsoEdition } from '../../../shared/contract/iso.ts'

const ofKind = (edition: IsoEdition, kind: IsoCatalogueEntry['kind']) =>
  isoCatalogue[edition].filter((entry) => entry.kind === kind)
const ids = (entries: readonly IsoCatalogueEntry[]) => entries.map(({ requirementId }) => requirementId)
const entry = (edition: IsoEdition, id: string) => isoCatalogue[edition].find((one) => one.requirementId === id)
const countsByGroup = (entries: readonly IsoCatalogueEntry[]) =>
  [...Map.groupBy(entries, ({ group }) => group)].map(([group, members]) => `${group} ${members.length}`)

describe('the frameworks', () => {
  it('have eight description criteria as of a date and nine over a period', () => {
    expect(descriptionCriteriaOf('type1')).toHaveLength(8)
    expect(descriptionCriteriaOf('type2')).toHaveLength(9)
  })

  it('have 114 controls in 14 sections in the edition of 2013, as many in each as Annex A has', () => {
    expect(countsByGroup(ofKind('2013', 'control'))).toEqual(
      ['A.5 2', 'A.6 7', 'A.7 6', 'A.8 10', 'A.9 14', 'A.10 2', 'A.11 15', 'A.12 14', 'A.13 7', 'A.14 13'].concat([
        'A.15 5',
        'A.16 7',
        'A.17 4',
        'A.18 8',
      ]),
    )
  })

  it('have 93 controls in 4 themes in the edition of 2022, of which eleven are new', () => {
    expect(countsByGroup(ofKind('2022', 'control'))).toEqual(['A.5 37', 'A.6 8', 'A.7 14', 'A.8 34'])
    const isNew = ofKind('2022', 'control').filter((control) => control.isNew)
    expect(ids(isNew)).toEqual(
      ['5.7', '5.23', '5.30', '7.4', '8.9', '8.10', '8.11', '8.12', '8.16', '8.23', '8.28'].map((id) => `A.${id}`),
    )
  })

  it('have the requirements of the clauses 4 to 10 in either edition; 6.3 is new in 2022', () => {
    for (const edition of ['2013', '2022'] as const) {
      expect([...new Set(ofKind(edition, 'clause').map(({ group }) => group))]).toEqual([
        '4',
        '5',
        '6',
        '7',
        '8',
        '9',
        '10',
      ])
    }
    const isNew = ofKind('2022', 'clause').filter((clause) => clause.isNew)
    expect(ids(isNew)).toEqual(['6.3'])
    expect(entry('2022', '10.1')?.correspondsTo).toEqual(['10.2'])
  })

  it('have ids that are never used twice', () => {
    for (const edition of ['2013', '2022'] as const) {
      const all = ids(isoCatalogue[edition])
      expect(new Set(all).size).toBe(all.length)
    }
  })
})

describe('the correspondence of the editions', () => {
  it.each([
    ['2013', '2022'],
    ['2022', '2013'],
  ] as const)('leads from %s to requirements that %s has, and back', (from, to) => {
    for (const { requirementId, correspondsTo } of isoCatalogue[from]) {
      for (const other of correspondsTo) {
        expect(entry(to, other)?.correspondsTo, `${requirementId} → ${other}`).toContain(requirementId)
      }
    }
  })

  it('leaves no control of 2013 without one of 2022', () => {
    expect(ofKind('2013', 'control').filter(({ correspondsTo }) => correspondsTo.length === 0)).toEqual([])
  })
})

describe('the mapping of the Trust Services Criteria', () => {
  it('is there for all 61, with its strength and basis', () => {
    expect(mapping.mappings).toHaveLength(61)
    expect(new Set(mapping.mappings.map(({ criterion }) => criterion))).toEqual(
      new Set(tscCriteria.map(({ criterionId }) => criterionId)),
    )
    const strengths = Map.groupBy(mapping.mappings, ({ strength }) => strength)
    expect(['direct', 'partial', 'weak'].map((strength) => strengths.get(strength)?.length)).toEqual([29, 19, 13])
    expect(mapping.mappings.every(({ basis }) => basis !== '')).toBe(true)
  })

  it.each(['2013', '2022'] as const)('reads the same from either side in the edition of %s', (edition) => {
    const led = isoCatalogue[edition].flatMap(({ requirementId, kind, criteria }) =>
      kind === 'control' ? criteria.map(({ criterionId }) => `${criterionId} ${requirementId}`) : [],
    )
    const leading = mapping.mappings.flatMap(({ criterion, iso2013Controls, iso2022Controls }) =>
      (edition === '2013' ? iso2013Controls : iso2022Controls.map((id) => `A.${id}`)).map((id) => `${criterion} ${id}`),
    )
    expect(new Set(led)).toEqual(new Set(leading))
  })

  it('leads to every clause that it names, through its parts where it was parted', () => {
    for (const { criterion, iso2013Clauses } of mapping.mappings) {
      for (const clause of iso2013Clauses) {
        const found = ofKind('2013', 'clause').filter(
          ({ requirementId, criteria }) =>
            (requirementId === clause || requirementId.startsWith(`${clause}.`)) &&
            criteria.some(({ criterionId }) => criterionId === criterion),
        )
        expect(found.length, `${criterion} → ${clause}`).toBeGreaterThan(0)
      }
    }
  })
})
