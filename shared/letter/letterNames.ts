import type { LetterKind } from '../contract/letter.ts'

/** What each letter is called within a sentence. */
export const letterNames: Record<LetterKind, string> = {
  assertion: "management's assertion",
  representation: 'the representation letter',
  bridge: 'the bridge letter',
}
