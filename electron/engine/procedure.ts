import { procedureRows } from '../../db/procedure.ts'
import type { procedureContract } from '../../shared/contract/procedure.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { hide } from '../../shared/journal/change.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { describeProcedure, describeProcedures } from './procedure/describe.ts'
import { loadProcedure } from './procedure/load.ts'
import { saveProcedure } from './procedure/save.ts'

export const procedure: Handlers<typeof procedureContract> = {
  'procedure.save': saveProcedure,

  'procedure.list': ({ engagementId, controlId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { procedures: describeProcedures(reader, engagementId, controlId ?? null) }
  },

  'procedure.get': ({ procedureId }, { reader }) => describeProcedure(reader, loadProcedure(reader, procedureId)),

  'procedure.remove': ({ procedureId }, { reader }) => {
    const { engagementId } = loadProcedure(reader, procedureId)
    const [found] = procedureRows(reader, { engagementId, procedureId })
    if (found === undefined || found.resultsRecorded > 0) throw new DomainError('procedure.has_results')
    return { engagementId, changes: hide('procedure', procedureId), answer: () => ({}) }
  },
}
