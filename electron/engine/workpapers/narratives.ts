import { narrativeRows } from '../../../db/narrative.ts'
import type { Reader } from '../../../db/reader.ts'
import { narrativeKindNames } from '../../../shared/narrative/kindNames.ts'
import { paragraphsOf } from '../../../shared/richText/paragraphs.ts'
import { piecesOf } from '../../../shared/richText/pieces.ts'
import { narrativeFacts, richPage } from '../narrative/page.ts'
import { loadNarrative } from '../narrative/load.ts'
import { markup } from '../print/html.ts'
import { plainText } from '../record/plainText.ts'
import { signOffsOf, standingOf } from '../signOff/load.ts'
import { signOffWords } from '../signOff/words.ts'
import { factList } from './factList.ts'
import type { Paper } from './paper.ts'

/** @returns each narrative, memo and meeting note as a paper: in a workbook a paragraph a row, on a page in its form */
export function* narrativePapers(reader: Reader, engagementId: string): Generator<Paper, void, undefined> {
  const plain = plainText(reader, engagementId)
  const signed = Map.groupBy(standingOf(signOffsOf(reader, engagementId)), ({ target }) => target.id)
  for (const summary of narrativeRows(reader, engagementId)) {
    const { narrativeId, kind, title } = summary
    const { content } = loadNarrative(reader, narrativeId)
    const facts = [
      ...narrativeFacts(summary),
      ['Signed off', (signed.get(narrativeId) ?? []).map(signOffWords).join('\n')] as const,
    ].filter(([, text]) => text !== '')
    const paragraphs = paragraphsOf(content).flatMap((paragraph) => piecesOf(paragraph))
    yield {
      title,
      name: title,
      sheet: {
        name: title,
        header: [narrativeKindNames[kind], title],
        rows: [...facts.map((fact) => [...fact]), ...paragraphs.map((text, at) => [at === 0 ? 'Text' : '', text])],
      },
      layout: 'facts',
      page: markup`${factList(facts)}${richPage(content, plain)}`,
      notOnPaper: [],
    }
  }
}
