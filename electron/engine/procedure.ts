import { procedureRows } from '../../db/procedure.ts'
import type { procedureContract } from '../../shared/contract/procedure.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { hide, update } from '../../shared/journal/change.ts'
import { type Placeholder, placeholders } from '../../shared/procedure/placeholders.ts'
import { loadControl } from './control/load.ts'
import { differingFields } from './differingFields.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { answerWarning } from './procedure/answerWarning.ts'
import { describeProcedure, describeProcedures } from './procedure/describe.ts'
import { loadProcedure } from './procedure/load.ts'
import { placeholderValues } from './procedure/placeholderValues.ts'
import { saveProcedure } from './procedure/save.ts'
import { loadSample } from './sample/load.ts'

export const procedure: Handlers<typeof procedureContract> = {
  'procedure.save': saveProcedure,

  'procedure.perform': ({ procedureId, performed }, { reader }) => {
    const row = loadProcedure(reader, procedureId)
    if (row.sampleId !== null && performed !== null) throw new DomainError('procedure.has_sheet')
    const { on = null, by = null, finding = null } = performed ?? {}
    const fields = { performedOn: on, performedBy: by, finding }
    return {
      engagementId: row.engagementId,
      changes: update('procedure', procedureId, differingFields(row, fields)),
      answer: () => ({}),
    }
  },

  'procedure.answerWarning': answerWarning,

  'procedure.placeholders': ({ controlId, sampleId = null }, { reader }) => {
    const { engagementId } = loadControl(reader, controlId)
    if (sampleId !== null) loadSample(reader, sampleId)
    const values = placeholderValues(reader, loadEngagement(reader, engagementId))(controlId, sampleId)
    return {
      placeholders: (Object.keys(placeholders) as Placeholder[]).map((name) => ({
        name,
        meaning: placeholders[name],
        value: values[name],
      })),
    }
  },

  'procedure.list': ({ engagementId, controlId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { procedures: describeProcedures(reader, engagementId, controlId ?? null) }
  },

  'procedure.get': ({ procedureId }, { reader }) => describeProcedure(reader, loadProcedure(reader, procedureId)),

  'procedure.remove': ({ procedureId }, { reader }) => {
    const { engagementId, performedOn } = loadProcedure(reader, procedureId)
    const [found] = procedureRows(reader, { engagementId, procedureId })
    if (found === undefined || found.resultsRecorded > 0 || performedOn !== null) {
      throw new DomainError('procedure.has_results')
    }
    return { engagementId, changes: hide('procedure', procedureId), answer: () => ({}) }
  },
}
