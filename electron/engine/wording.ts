import type { wordingContract } from '../../shared/contract/wording.ts'
import { hide } from '../../shared/journal/change.ts'
import type { Handlers } from './handler.ts'
import { storeScope } from './teamMember.ts'
import { wordedFrameworks } from './wording/frameworks.ts'
import { importWording } from './wording/import.ts'

export const wording: Handlers<typeof wordingContract> = {
  'wording.import': importWording,

  'wording.list': (_params, { reader }) => ({
    frameworks: wordedFrameworks.map(({ framework, name, notice, ids }) => ({
      framework,
      name,
      notice,
      requirements: ids.length,
      worded: reader.list('firmWording', { framework }).length,
    })),
  }),

  'wording.clear': ({ framework }, { reader }) => {
    const rows = reader.list('firmWording', { framework })
    return {
      engagementId: storeScope,
      changes: rows.flatMap(({ id }) => hide('firmWording', id)),
      answer: () => ({ removed: rows.length }),
    }
  },
}
