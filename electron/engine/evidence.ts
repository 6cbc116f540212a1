import type { evidenceContract } from '../../shared/contract/evidence.ts'
import { attachAll, attachFile, attachImage } from './evidence/attach.ts'
import { describeEvidence, linkEvidence, removeEvidence, unlinkEvidence } from './evidence/change.ts'
import { listEvidence } from './evidence/list.ts'
import { loadEvidence } from './evidence/load.ts'
import { markPage, marksOf, removeMark } from './evidence/marks.ts'
import { bytesOf, previewEvidence } from './evidence/preview.ts'
import { saveEvidence, verifyEvidence } from './evidence/save.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'

export const evidence: Handlers<typeof evidenceContract> = {
  'evidence.attach': attachFile,
  'evidence.attachAll': attachAll,
  'evidence.attachImage': attachImage,
  'evidence.describe': describeEvidence,
  'evidence.link': linkEvidence,
  'evidence.unlink': unlinkEvidence,
  'evidence.remove': removeEvidence,

  'evidence.get': ({ evidenceId }, { reader }) => {
    const { engagementId, sha256 } = loadEvidence(reader, evidenceId)
    const same = listEvidence(reader, engagementId).filter((each) => each.sha256 === sha256)
    const own = same.find((each) => each.evidenceId === evidenceId)
    if (own === undefined) throw new TypeError('Evidence that is loaded is listed')
    return { evidence: own, sameFile: same.filter((each) => each !== own) }
  },

  'evidence.list': ({ engagementId, target }, { reader }) => {
    loadEngagement(reader, engagementId)
    const all = listEvidence(reader, engagementId)
    if (target === undefined) return { evidence: all }
    const { entity, id } = target
    return { evidence: all.filter(({ targets }) => targets.some((each) => each.entity === entity && each.id === id)) }
  },

  'evidence.save': saveEvidence,
  'evidence.verify': verifyEvidence,
  'evidence.preview': previewEvidence,
  'evidence.bytes': bytesOf,
  'evidence.mark': markPage,
  'evidence.unmark': removeMark,
  'evidence.marks': ({ evidenceId }, { reader }) => ({ marks: marksOf(reader, evidenceId) }),
}
