import type { ReportProblem } from '../contract/report.ts'
import type { LetterProblem } from '../contract/letter.ts'
import { blockLines, type DocumentSection, type ReportDocument } from './document.ts'
import type { ReportAttribute, ReportCriterion } from './facts.ts'
import type { ReportSettings } from './settings.ts'
import { draftMark, foundLine } from './testResults.ts'

/** What the papers hold, gathered apart from the report: the register, the counts of the sheets, the letters. */
export type CheckedPapers = {
  deviations: readonly { deviationId: string; ref: string; controlId: string; controlRef: string; condition: string }[]
  undescribed: readonly { procedureId: string; controlRef: string; itemId: string; attribute: string }[]
  counts: readonly (ReportAttribute & { procedureId: string; controlRef: string })[]
  controls: readonly { controlId: string; ref: string; title: string; criteria: readonly string[] }[]
  criteria: readonly ReportCriterion[]
  notApplicable: readonly string[]
  letters: readonly LetterProblem[]
}

/**
 * Whether the report says what the papers say: every deviation of the register is told under its control with its
 * condition, and no other; the numbers tested and found are those of the sheets; nothing is left to be written.
 */
export function checkReport(
  document: ReportDocument,
  papers: CheckedPapers,
  { deviationWord }: Pick<ReportSettings, 'deviationWord'>,
): ReportProblem[] {
  const told = document.sections.find(({ key }) => key === 'tests')
  const byControl = told === undefined ? new Map<string, string[]>() : linesByControl(told)
  return [
    ...notTold(papers, byControl),
    ...toldOnly(papers, byControl),
    ...papers.undescribed.map(({ procedureId, controlRef, itemId, attribute }) => ({
      code: 'deviation_not_described' as const,
      text: `${controlRef}, item ${itemId}, attribute ${attribute}: it failed, and no deviation describes it.`,
      section: 'tests' as const,
      target: { entity: 'procedure' as const, id: procedureId },
    })),
    ...differingNumbers(papers, byControl, deviationWord),
    ...unmapped(papers),
    ...document.sections.flatMap((section) => unwritten(section, papers)),
    ...papers.letters.map(({ text, letterId, kind }) => ({
      code: 'letter' as const,
      text,
      section: kind === 'assertion' ? ('assertion' as const) : ('auditorsReport' as const),
      target: letterId === null ? null : { entity: 'letter' as const, id: letterId },
      place: 'letters' as const,
    })),
  ]
}

/** @returns the lines below the heading of each control, by its reference and title as the heading writes them */
function linesByControl({ blocks }: DocumentSection): Map<string, string[]> {
  const lines = new Map<string, string[]>()
  let current: string[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') {
      current = []
      if (block.level === 3) lines.set(block.text, current)
    } else if (block.kind === 'table')
      current.push(...block.rows.flatMap((row) => row.flatMap((cell) => cell.split('\n'))))
    else current.push(...blockLines(block))
  }
  return lines
}

type Lines = ReadonlyMap<string, readonly string[]>

/** What a line of a result begins with that tells a deviation. */
const toldDeviation = /^(DEV-\d+): /

const headingOf = ({ ref, title }: { ref: string; title: string }) => `${ref} ${title}`

function notTold({ deviations, controls }: CheckedPapers, lines: Lines): ReportProblem[] {
  const headings = new Map(controls.map((control) => [control.controlId, headingOf(control)]))
  return deviations.flatMap(({ deviationId, ref, controlId, controlRef, condition }) => {
    const under = lines.get(headings.get(controlId) ?? '') ?? []
    const [firstLine = ''] = condition.trim().split('\n')
    const isTold = under.some((line) => line.startsWith(`${ref}: ${firstLine}`))
    return isTold
      ? []
      : [
          {
            code: 'deviation_not_in_report' as const,
            text: `${ref} of ${controlRef} is in the papers and not in the report.`,
            section: 'tests' as const,
            target: { entity: 'deviation' as const, id: deviationId },
          },
        ]
  })
}

function toldOnly({ deviations }: CheckedPapers, lines: Lines): ReportProblem[] {
  const known = new Set(deviations.map(({ ref }) => ref))
  const told = [...lines.values()].flat().flatMap((line) => toldDeviation.exec(line)?.[1] ?? [])
  return [...new Set(told)]
    .filter((ref) => !known.has(ref))
    .map((ref) => ({
      code: 'deviation_not_in_papers' as const,
      text: `${ref} is in the report and not in the papers.`,
      section: 'tests' as const,
      target: null,
    }))
}

function differingNumbers(
  { counts, controls }: CheckedPapers,
  lines: Lines,
  word: ReportSettings['deviationWord'],
): ReportProblem[] {
  const headings = new Map(controls.map((control) => [control.ref, headingOf(control)]))
  return counts
    .filter(({ found }) => found > 0)
    .flatMap((count) => {
      const expected = foundLine(count, word)
      const under = lines.get(headings.get(count.controlRef) ?? '') ?? []
      return under.includes(expected)
        ? []
        : [
            {
              code: 'numbers_differ' as const,
              text: `${count.controlRef}: the sheet found ${count.found} in ${count.tested} items on attribute ${count.letter}, and the report says something else.`,
              section: 'tests' as const,
              target: { entity: 'procedure' as const, id: count.procedureId },
            },
          ]
    })
}

function unmapped({ controls, criteria, notApplicable }: CheckedPapers): ReportProblem[] {
  return [
    ...criteria
      .filter(({ criterionId, controls: own }) => own.length === 0 && !notApplicable.includes(criterionId))
      .map(({ criterionId }) => ({
        code: 'criterion_without_control' as const,
        text: `${criterionId} has no control, and nothing says why it does not apply.`,
        section: 'tests' as const,
        target: { entity: 'criterion' as const, id: criterionId },
      })),
    ...controls
      .filter(({ criteria: own }) => own.length === 0)
      .map(({ controlId, ref }) => ({
        code: 'control_without_criterion' as const,
        text: `${ref} addresses no criterion.`,
        section: 'tests' as const,
        target: { entity: 'control' as const, id: controlId },
      })),
  ]
}

/** Texts that are to be completed, each with its place; what is below the heading of a control is settled in that control. */
function unwritten({ key, number, blocks }: DocumentSection, { controls }: CheckedPapers): ReportProblem[] {
  const ids = new Map(controls.map((control) => [headingOf(control), control.controlId]))
  let controlId: string | undefined
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') controlId = key === 'tests' ? ids.get(block.text) : undefined
    const target = controlId === undefined ? null : { entity: 'control' as const, id: controlId }
    const place = block.kind === 'paragraph' ? block.place : undefined
    return blockLines(block)
      .flatMap((line) => line.split(/[\n\t]/))
      .filter((line) => line.startsWith(draftMark))
      .map((line) => ({
        code: 'draft_text' as const,
        text: `${number}: ${line.slice(1, -1)}.`,
        section: key,
        target,
        ...(place === undefined ? {} : { place }),
      }))
  })
}
