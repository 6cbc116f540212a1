import type { NarrativeKind } from '../contract/narrative.ts'

/** What a kind is called where it stands alone. */
export const narrativeKindNames: Readonly<Record<NarrativeKind, string>> = {
  narrative: 'Narrative',
  memo: 'Memo',
  meeting_note: 'Meeting note',
}

/** @returns what names one in a list of papers: `memo Materiality` */
export const narrativeWords = ({ kind, title }: { kind: NarrativeKind; title: string }): string =>
  `${narrativeKindNames[kind].toLowerCase()} ${title}`
