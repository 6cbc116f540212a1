import { countControls } from '../../db/control.ts'
import type { controlContract } from '../../shared/contract/control.ts'
import { proposeControlColumns } from '../../shared/control/proposal.ts'
import { describeControl, summariseControls } from './control/describe.ts'
import { importControls } from './control/import.ts'
import { loadControl } from './control/load.ts'
import { removeControl } from './control/remove.ts'
import { saveControl } from './control/save.ts'
import { splitVersion } from './control/splitVersion.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { previewTable } from './table/previewTable.ts'

export const control: Handlers<typeof controlContract> = {
  'control.preview': async (params, context) => {
    const seen = await previewTable(params, context)
    return { ...seen, proposal: proposeControlColumns(seen.header) }
  },

  'control.import': importControls,

  'control.list': ({ engagementId, query, offset, limit }, { reader }) => {
    loadEngagement(reader, engagementId)
    const filter = { engagementId, query }
    return { total: countControls(reader, filter), controls: summariseControls(reader, filter, { offset, limit }) }
  },

  'control.get': ({ controlId }, { reader }) => describeControl(reader, loadControl(reader, controlId)),

  'control.save': saveControl,

  'control.splitVersion': splitVersion,

  'control.remove': removeControl,
}
