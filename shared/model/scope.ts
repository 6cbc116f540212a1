import type { EntityName } from './entities.ts'

/**
 * Entities that belong to the store and its firm. Nothing that comes from outside may speak of them: a bundle that brought a
 * practitioner, a policy or a trusted signer along would decide whom this store believes.
 */
const ofTheStore = [
  'practitioner',
  'policyVersion',
  'policyRetirement',
  'firmSetting',
  'libraryProcedure',
  'mappingTemplate',
  'colleague',
  'signer',
  'receivedBundle',
  'exchangeFolder',
  'exchangeFile',
  'reportSettingsVersion',
  'reportTemplate',
  'exportedReport',
  'firmWording',
  'storeNotice',
] as const satisfies readonly EntityName[]

const names: ReadonlySet<string> = new Set(ofTheStore)

/** Whether an entity belongs to the store and to no engagement. */
export function belongsToStore(entity: string): boolean {
  return names.has(entity)
}

/** Entities that a field named like them with `Id` points to, within the engagement: `controlId` → `control`. */
export function referredEntity(field: string): EntityName | undefined {
  return Object.hasOwn(references, field) ? references[field as keyof typeof references] : undefined
}

const references = {
  controlId: 'control',
  controlVersionId: 'controlVersion',
  populationId: 'population',
  sampleId: 'sample',
  sampleItemId: 'sampleItem',
  procedureId: 'procedure',
  tickmarkId: 'tickmark',
  requestId: 'request',
  deviationId: 'deviation',
  evidenceId: 'evidence',
  organisationId: 'subserviceOrganisation',
} as const satisfies Record<string, EntityName>
