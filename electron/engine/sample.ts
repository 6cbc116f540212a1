import { sampleSummaries } from '../../db/sample.ts'
import type { sampleContract } from '../../shared/contract/sample.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { coverageOf } from './sample/coverage.ts'
import { drawSample } from './sample/draw.ts'
import { evaluateSample } from './sample/evaluate.ts'
import { extendSample, replaceItem } from './sample/further.ts'
import { describeSample } from './sample/load.ts'
import { writeProof } from './sample/proof.ts'

export const sample: Handlers<typeof sampleContract> = {
  'sample.draw': drawSample,
  'sample.get': ({ sampleId }, { reader }) => describeSample(reader, sampleId),
  'sample.list': ({ engagementId, controlId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { samples: sampleSummaries(reader, engagementId, controlId ?? null) }
  },
  'sample.extend': extendSample,
  'sample.replace': replaceItem,
  'sample.proof': writeProof,
  'sample.coverage': ({ sampleId }, { reader }) => coverageOf(reader, sampleId),
  'sample.evaluate': (params, { reader }) => evaluateSample(params, reader),
}
