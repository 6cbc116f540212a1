import type { opinionContract } from '../../shared/contract/opinion.ts'
import { proposeOpinion } from '../../shared/opinion/proposeOpinion.ts'
import { differencesOf, suppose } from '../../shared/opinion/whatIf.ts'
import type { Handlers } from './handler.ts'
import { loadPapers } from './opinion/papers.ts'
import { saveOpinion } from './opinion/save.ts'

export const opinion: Handlers<typeof opinionContract> = {
  'opinion.propose': ({ engagementId, judgements, hypotheses = [] }, { reader }) => {
    const papers = loadPapers(reader, engagementId, judgements)
    const parts = proposeOpinion(papers)
    if (hypotheses.length === 0) return { parts, differences: [] }
    const supposed = proposeOpinion(suppose(papers, hypotheses))
    return { parts: supposed, differences: differencesOf(parts, supposed) }
  },

  'opinion.save': saveOpinion,
}
