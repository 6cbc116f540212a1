import type { letterContract } from '../../shared/contract/letter.ts'
import type { Handlers } from './handler.ts'
import { describeLetters } from './letter/describe.ts'
import { removeLetter, saveLetter } from './letter/save.ts'

export const letter: Handlers<typeof letterContract> = {
  'letter.save': saveLetter,

  'letter.remove': removeLetter,

  'letter.list': ({ engagementId }, { reader }) => describeLetters(reader, engagementId),
}
