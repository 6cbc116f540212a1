import { sampleSummaries } from '../../db/sample.ts'
import type { evaluationContract } from '../../shared/contract/evaluation.ts'
import type { coverageContract } from '../../shared/contract/coverage.ts'
import type { sampleContract } from '../../shared/contract/sample.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { coverageOf, coverageOfControl, justifyMonth } from './sample/coverage.ts'
import { drawSample } from './sample/draw.ts'
import { evaluateSample, evaluationBasis } from './sample/evaluate.ts'
import { evaluateParts } from './sample/evaluateParts.ts'
import { extendSample, replaceItem } from './sample/further.ts'
import { describeSample } from './sample/load.ts'
import { previewDraw } from './sample/preview.ts'
import { writeProof } from './sample/proof.ts'
import { describeSampleUse, shareSample, unshareSample } from './sample/sharing.ts'

export const sample: Handlers<typeof sampleContract & typeof coverageContract & typeof evaluationContract> = {
  'sample.draw': drawSample,
  'sample.get': ({ sampleId }, { reader }) => describeSample(reader, sampleId),
  'sample.list': ({ engagementId, controlId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { samples: sampleSummaries(reader, engagementId, controlId ?? null) }
  },
  'sample.share': shareSample,
  'sample.unshare': unshareSample,
  'sample.describe': describeSampleUse,
  'sample.justify': justifyMonth,
  'sample.preview': (params, { reader }) => previewDraw(params, reader),
  'sample.extend': extendSample,
  'sample.replace': replaceItem,
  'sample.proof': writeProof,
  'sample.coverage': ({ sampleId }, { reader }) => coverageOf(reader, sampleId),
  'sample.controlCoverage': ({ controlId }, { reader }) => coverageOfControl(reader, controlId),
  'sample.basis': ({ sampleId }, { reader }) => evaluationBasis(sampleId, reader),
  'sample.evaluateParts': (params, { reader }) => evaluateParts(params, reader),
  'sample.evaluate': (params, { reader }) => evaluateSample(params, reader),
}
