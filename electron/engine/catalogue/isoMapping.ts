import { z } from 'zod'
import mappingFile from '../../../resources/catalog/tsc-iso.json' with { type: 'json' }
import { type IsoCatalogueEntry, type IsoEdition, MappingStrength } from '../../../shared/contract/iso.ts'

const MappingFile = z.object({
  mappings: z.array(
    z.object({
      criterion: z.string(),
      strength: MappingStrength,
      iso2013Controls: z.array(z.string()),
      iso2013Clauses: z.array(z.string()),
      iso2022Controls: z.array(z.string()),
      basis: z.string(),
    }),
  ),
})

const mappings = MappingFile.parse(mappingFile).mappings

type Requirement = Pick<IsoCatalogueEntry, 'requirementId' | 'kind' | 'correspondsTo'>
type Related = IsoCatalogueEntry['criteria'][number]

/**
 * The mapping of the Trust Services Criteria read from the other side: which criteria lead to a requirement, how strongly, and
 * on what basis. The mapping names clauses of 2013; one that was parted leads to each of its parts.
 */
export function criteriaByRequirement(
  edition: IsoEdition,
  requirements: readonly Requirement[],
): ReadonlyMap<string, Related[]> {
  return new Map(
    requirements.map((requirement) => [
      requirement.requirementId,
      mappings
        .filter((mapping) => leadsTo(edition, requirement, mapping))
        .map(({ criterion, strength, basis }) => ({ criterionId: criterion, strength, basis })),
    ]),
  )
}

function leadsTo(edition: IsoEdition, requirement: Requirement, mapping: (typeof mappings)[number]): boolean {
  const { requirementId, kind, correspondsTo } = requirement
  if (kind === 'control') {
    return edition === '2013'
      ? mapping.iso2013Controls.includes(requirementId)
      : mapping.iso2022Controls.some((id) => `A.${id}` === requirementId)
  }
  const clauses = edition === '2013' ? [requirementId] : correspondsTo
  return clauses.some((clause) => mapping.iso2013Clauses.some((id) => clause === id || clause.startsWith(`${id}.`)))
}
