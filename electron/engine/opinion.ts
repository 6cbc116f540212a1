import type { opinionContract } from '../../shared/contract/opinion.ts'
import { proposeOpinion } from '../../shared/opinion/proposeOpinion.ts'
import type { Handlers } from './handler.ts'
import { loadPapers } from './opinion/papers.ts'
import { saveOpinion } from './opinion/save.ts'

export const opinion: Handlers<typeof opinionContract> = {
  'opinion.propose': ({ engagementId, judgements }, { reader }) => ({
    parts: proposeOpinion(loadPapers(reader, engagementId, judgements)),
  }),

  'opinion.save': saveOpinion,
}
