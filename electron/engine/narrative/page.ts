import { narrativeRow } from '../../../db/narrative.ts'
import type { NarrativeSummary } from '../../../shared/contract/narrative.ts'
import type { RichText } from '../../../shared/contract/richText.ts'
import { narrativeKindNames } from '../../../shared/narrative/kindNames.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { richHtml } from '../../../shared/richText/richHtml.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { engagementFacts } from '../list/about.ts'
import { Html, markup } from '../print/html.ts'
import type { PrintedPage } from '../print/printPage.ts'
import { plainText } from '../record/plainText.ts'
import { signOffWords } from '../signOff/words.ts'
import { signOffsOf, standingOf } from '../signOff/load.ts'
import { loadNarrative, notFound } from './load.ts'

/** @returns a narrative as it is printed: whose it is, who wrote and signed it, and its text @throws DomainError `narrative.not_found` */
export function narrativePage(narrativeId: string, { reader, actor, now }: JobContext): PrintedPage {
  const { engagementId, content } = loadNarrative(reader, narrativeId)
  const summary = narrativeRow(reader, narrativeId)
  if (summary === undefined) throw notFound(narrativeId)
  const signed = standingOf(signOffsOf(reader, engagementId)).filter(({ target }) => target.id === narrativeId)
  return {
    title: summary.title,
    about: [
      ...engagementFacts(loadEngagement(reader, engagementId)),
      ...narrativeFacts(summary),
      ['Signed off', signed.map(signOffWords).join('\n')],
      ['Written', `${instantText(now.at)} by ${actor.name}`],
    ],
    body: richPage(content, plainText(reader, engagementId)),
    landscape: false,
  }
}

/** @returns what is known of a narrative besides its text */
export function narrativeFacts(summary: NarrativeSummary): [head: string, text: string][] {
  const { kind, heldOn, metWith, by, at } = summary
  return [
    ['Kind', narrativeKindNames[kind]],
    ['Day', heldOn ?? ''],
    ['Took part', metWith ?? ''],
    ['Last changed', `${instantText(at)} by ${by}`],
  ]
}

/** @returns a rich text as markup, with references in the place of its tokens */
export function richPage(content: RichText, plain: ReturnType<typeof plainText>): Html {
  return new Html(richHtml(content.content, (text) => markup`${plain(text)}`.markup))
}
