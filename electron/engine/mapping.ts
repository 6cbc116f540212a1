import type { populationImportContract } from '../../shared/contract/populationImport.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create, hide, update } from '../../shared/journal/change.ts'
import { templatesOf } from '../../db/mappingTemplate.ts'
import { columnIndex } from './csv/columns.ts'
import { differingFields } from './differingFields.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { columnFields, sourceFields } from './population/newPopulation.ts'
import { describeTemplate, usedColumns } from './population/template.ts'
import { storeScope } from './teamMember.ts'

type MappingContract = Pick<typeof populationImportContract, 'mapping.save' | 'mapping.list' | 'mapping.remove'>

export const mapping: Handlers<MappingContract> = {
  'mapping.save': (
    { engagementId, name, header, columns, dateFormat, sheet, source = {} },
    { reader, actor, now, newId },
  ) => {
    const { client } = loadEngagement(reader, engagementId)
    for (const column of usedColumns(columns)) columnIndex(header, column)
    const before = reader.list('mappingTemplate', { client, name })[0]
    const templateId = before?.id ?? newId()
    const said = {
      client,
      name,
      header,
      columns: columnFields(columns),
      dateFormat: dateFormat ?? null,
      sheet: sheet ?? null,
      source: sourceFields(source),
    }
    const stamp = { savedBy: actor.practitionerId, savedAt: now.at }
    const changed = before && differingFields(before, said)
    return {
      engagementId: storeScope,
      changes:
        changed === undefined
          ? create('mappingTemplate', templateId, { ...said, ...stamp })
          : Object.keys(changed).length === 0
            ? []
            : update('mappingTemplate', templateId, { ...changed, ...stamp }),
      answer: () => ({ templateId }),
    }
  },

  'mapping.list': ({ engagementId, header }, { reader }) => {
    const { client } = loadEngagement(reader, engagementId)
    const templates = templatesOf(reader, client).map((row) => describeTemplate(row, header))
    return { templates: templates.toSorted((a, b) => Number(b.fits) - Number(a.fits)) }
  },

  'mapping.remove': ({ templateId }, { reader }) => {
    if (reader.get('mappingTemplate', templateId) === undefined) throw new DomainError('mapping.not_found')
    return { engagementId: storeScope, changes: hide('mappingTemplate', templateId), answer: () => ({}) }
  },
}
