import type { Letter, LetterKind } from '../contract/letter.ts'

/** What each letter is called within a sentence. */
export const letterNames: Record<LetterKind, string> = {
  assertion: "management's assertion",
  representation: 'the representation letter',
  bridge: 'the bridge letter',
}

/** What each letter is called where it stands alone. */
export const letterTitles: Record<LetterKind, string> = {
  assertion: "Management's assertion",
  representation: 'Representation letter',
  bridge: 'Bridge letter',
}

/** Who issued a letter. */
export const issuerWords: Record<Letter['issuer'], string> = {
  management: 'Management',
  auditor: 'An auditor',
  other: 'Somebody else',
}
