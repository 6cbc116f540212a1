import { documentOf } from '../../../shared/richText/paragraphs.ts'
import { describe, expect, it } from 'vitest'
import { reportDifferences } from '../../../electron/engine/report/differences.ts'
import type { DifferencePiece as Piece } from '../../../shared/contract/difference.ts'
import { comparedSections } from '../../../shared/report/comparedLines.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import type { ReportFacts } from '../../../shared/report/facts.ts'
import { control, procedure, type2 } from './reportFacts.ts'

const compared = (facts: ReportFacts) => comparedSections(buildReport(facts))

const passagesOf = (now: ReportFacts, before: ReportFacts, key: string): Piece[][] =>
  reportDifferences(compared(now), compared(before)).find((section) => section.key === key)?.passages ?? []

const ofKind = (passages: Piece[][], kind: Piece['kind']) =>
  passages.flatMap((pieces) => pieces.filter((piece) => piece.kind === kind).map(({ text }) => text.trim()))

describe("this year's report against last year's", () => {
  it('says nothing where both say the same', () => {
    expect(reportDifferences(compared(type2), compared(type2)).flatMap(({ passages }) => passages)).toEqual([])
  })

  it('shows a word that changed within its paragraph, and leaves the rest of it alone', () => {
    const services = (text: string) => ({ ...type2, description: [{ heading: 'Services', content: documentOf(text) }] })
    const passages = passagesOf(
      services('A ledger kept in Dublin.'),
      services('A ledger kept in Boston.'),
      'description',
    )
    expect(passages).toHaveLength(1)
    expect(ofKind(passages, 'removed')).toEqual(['Boston'])
    expect(ofKind(passages, 'added')).toEqual(['Dublin'])
    expect(ofKind(passages, 'same').join(' ')).toContain('A ledger kept in')
  })

  it('shows a paragraph that was added and one that was taken out as wholes', () => {
    const told = (...paragraphs: string[]) => ({
      ...type2,
      description: [{ heading: 'Services', content: documentOf(paragraphs.join('\n')) }],
    })
    const before = told('A ledger.', 'Payroll.', 'Support by day.')
    const now = told('A ledger.', 'Support by day.', 'Archives.')
    const passages = passagesOf(now, before, 'description')
    expect(passages).toEqual([[{ kind: 'removed', text: 'Payroll.\n' }], [{ kind: 'added', text: 'Archives.\n' }]])
  })

  it('shows a deviation that last year did not have, and a control that there is no longer', () => {
    const found = { letter: 'A', text: 'Approved before release', tested: 25, found: 1, untested: 0 }
    const deviation = { ref: 'DEV-1', attribute: 'A', condition: 'Approved late', managementResponse: null }
    const now = {
      ...type2,
      controls: [{ ...control, procedures: [{ ...procedure, attributes: [found], deviations: [deviation] }] }],
    }
    const before = { ...type2, controls: [control, { ...control, ref: 'CHG-02', title: 'Release notes' }] }
    const passages = passagesOf(now, before, 'tests')
    expect(ofKind(passages, 'added').join(' ')).toContain('DEV-1: Approved late')
    expect(ofKind(passages, 'removed').join(' ')).toContain('CHG-02 Release notes')
  })
})
