import type { Reader } from '../../../db/reader.ts'
import type { EngagementList } from '../../../shared/contract/list.ts'
import type { WorkpaperPack } from '../../../shared/contract/workpapers.ts'
import { type ListTable } from '../list/listTable.ts'
import { loadList } from '../list/load.ts'
import { testSheetList } from '../list/testSheet.ts'
import type { TextSheet } from '../spreadsheet/workbook.ts'
import { type LeadSheet, leadSheets } from './leadSheets.ts'
import { narrativePapers } from './narratives.ts'
import type { Paper } from './paper.ts'

/** What comes before the papers of the controls, and what after, in the order in which somebody reads. */
const order: Record<WorkpaperPack, { before: readonly EngagementList[]; after: readonly EngagementList[] }> = {
  workpapers: { before: ['criteria', 'deviations'], after: [] },
  peer_review: {
    before: ['opinion', 'conclusions', 'criteria', 'deviations'],
    after: ['subservice', 'complementary', 'populations', 'samples', 'requests', 'evidence', 'tickmarks'],
  },
}

const titles: Partial<Record<EngagementList, string>> = { criteria: 'Coverage', deviations: 'Register of deviations' }

/** @returns the papers of a pack, one after the other, so that whoever writes them can pause between */
export function* papersOf(
  reader: Reader,
  engagementId: string,
  pack: WorkpaperPack,
  today: string,
): Generator<Paper, void, undefined> {
  const listed = (list: EngagementList): Paper[] => {
    const table = loadList(reader, { list, engagementId }, today)
    return table.sheet.rows.length === 0 && list !== 'deviations' ? [] : [paperOf(table, titles[list])]
  }
  const { before, after } = order[pack]
  for (const list of before) yield* listed(list)
  for (const lead of leadSheets(reader, engagementId)) {
    yield leadPaper(lead)
    for (const { procedureId, number } of lead.sheets) {
      const table = testSheetList(reader, procedureId, undefined)
      yield { ...paperOf(table, `${lead.ref} test sheet of procedure ${number}`), name: `${lead.ref} T${number}` }
    }
  }
  yield* narrativePapers(reader, engagementId)
  for (const list of after) yield* listed(list)
}

function paperOf({ sheet, layout, notOnPaper }: ListTable, title = sheet.name): Paper {
  return { title, name: title, sheet, layout, notOnPaper }
}

function leadPaper({ ref, title, facts }: LeadSheet): Paper {
  const said = facts.filter(([, text]) => text !== '')
  return {
    title: `${ref} ${title}`,
    name: ref,
    sheet: { name: ref, header: ['Lead sheet', `${ref} ${title}`], rows: said },
    layout: 'facts',
    notOnPaper: [],
  }
}

const longestName = 31

/**
 * @returns the sheets of a workbook under names that it may have: each once, of 31 characters, without `[]:*?/\\`; columns of a
 *   register in which no row says anything are there, and hidden
 */
export function sheetsOf(papers: readonly Paper[]): TextSheet[] {
  const taken = new Set<string>()
  return papers.map(({ name, sheet, layout }) => {
    const plain = name.replaceAll(/[[\]:*?/\\']/g, ' ').trim()
    let unique = plain.slice(0, longestName)
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) {
      const ending = ` (${number})`
      unique = `${plain.slice(0, longestName - ending.length)}${ending}`
    }
    taken.add(unique.toLowerCase())
    return { ...sheet, name: unique, ...(layout === 'records' ? { hidden: silentColumns(sheet) } : {}) }
  })
}

const silentColumns = ({ header, rows }: TextSheet) =>
  header.flatMap((_head, at) => (rows.length > 0 && rows.every((row) => (row[at] ?? '') === '') ? [at] : []))
