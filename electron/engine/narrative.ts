import { narrativeRow, narrativeRows } from '../../db/narrative.ts'
import type { narrativeContract } from '../../shared/contract/narrative.ts'
import { hide, update } from '../../shared/journal/change.ts'
import { loadEngagement } from './engagement.ts'
import { exportFile } from './exportFile.ts'
import type { Handlers } from './handler.ts'
import { loadNarrative, notFound } from './narrative/load.ts'
import { narrativePage } from './narrative/page.ts'
import { saveNarrative } from './narrative/save.ts'
import { printPage } from './print/printPage.ts'

export const narrative: Handlers<typeof narrativeContract> = {
  'narrative.save': saveNarrative,

  'narrative.remove': ({ narrativeId, reason }, { reader }) => {
    const { engagementId } = loadNarrative(reader, narrativeId)
    return {
      engagementId,
      changes: [...update('narrative', narrativeId, { removedBecause: reason }), ...hide('narrative', narrativeId)],
      answer: () => ({}),
    }
  },

  'narrative.get': ({ narrativeId }, { reader }) => {
    const { content } = loadNarrative(reader, narrativeId)
    const summary = narrativeRow(reader, narrativeId)
    if (summary === undefined) throw notFound(narrativeId)
    return { ...summary, content }
  },

  'narrative.list': ({ engagementId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { narratives: narrativeRows(reader, engagementId) }
  },

  'narrative.export': async ({ narrativeId, file }, context) => {
    const page = Buffer.from(printPage(narrativePage(narrativeId, context)), 'utf8')
    const { sha256 } = await exportFile(context.resolvePath(file), [page], context.signal)
    return { sha256 }
  },

  'narrative.print': async ({ narrativeId }, context) => ({
    documentId: context.session.prints.keep(narrativePage(narrativeId, context)),
  }),
}
