import type { descriptionContract } from '../../shared/contract/description.ts'
import { descriptionNotice } from './catalogue/descriptionCriteria.ts'
import { assessCriterion } from './description/assess.ts'
import { describeChanges, removeChange, saveChange } from './description/changes.ts'
import { describeChecklist } from './description/checklist.ts'
import { importDescription } from './description/importFile.ts'
import { linkParagraph, unlinkParagraph } from './description/links.ts'
import { describeSections, removeSection, saveSection } from './description/sections.ts'
import type { Handlers } from './handler.ts'

export const description: Handlers<typeof descriptionContract> = {
  'description.saveSection': saveSection,

  'description.removeSection': removeSection,

  'description.sections': ({ engagementId }, { reader }) => ({ sections: describeSections(reader, engagementId) }),

  'description.importFile': importDescription,

  'description.link': linkParagraph,

  'description.unlink': unlinkParagraph,

  'description.assess': assessCriterion,

  'description.checklist': ({ engagementId }, { reader }) => ({
    checks: describeChecklist(reader, engagementId),
    notice: descriptionNotice,
  }),

  'significantChange.save': saveChange,

  'significantChange.remove': removeChange,

  'significantChange.list': ({ engagementId }, { reader }) => ({ changes: describeChanges(reader, engagementId) }),
}
