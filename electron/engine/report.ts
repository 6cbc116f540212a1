import type { reportContract } from '../../shared/contract/report.ts'
import type { Handlers } from './handler.ts'
import { differenceOfReport } from './report/difference.ts'
import { exportReport } from './report/export.ts'
import { loadCheckedReport } from './report/load.ts'
import { printReport } from './report/print.ts'
import { describeExports } from './report/recordExport.ts'
import { describeSettings, saveSettings } from './report/settings.ts'
import { addTemplate, describeTemplates, retireTemplate, saveTemplate } from './report/templates.ts'

export const report: Handlers<typeof reportContract> = {
  'report.document': ({ engagementId }, { reader }) => loadCheckedReport(reader, engagementId),

  'report.check': ({ engagementId }, { reader }) => ({
    problems: loadCheckedReport(reader, engagementId).problems,
  }),

  'report.export': exportReport,

  'report.exports': ({ engagementId }, { reader }) => describeExports(reader, engagementId),

  'report.difference': differenceOfReport,

  'report.print': ({ engagementId }, { reader, session }) => ({
    documentId: printReport(reader, engagementId, session),
  }),

  'report.settings': (_params, { reader }) => describeSettings(reader),

  'report.saveSettings': saveSettings,

  'report.templates': (_params, { reader }) => describeTemplates(reader),

  'report.addTemplate': addTemplate,

  'report.retireTemplate': retireTemplate,

  'report.saveTemplate': saveTemplate,
}
