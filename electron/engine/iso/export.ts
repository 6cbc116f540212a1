import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { IsoRequirement } from '../../../shared/contract/iso.ts'
import { implementedWords, isoOutcomeWords } from '../../../shared/iso/words.ts'
import type { JobContext } from '../handler.ts'
import { type Column, sheetOf, writeSheets } from '../spreadsheet/writeSheets.ts'
import { describeIso } from './view.ts'

/**
 * Writes the statement of applicability with the conclusions: as a workbook the clauses have a sheet of their own, as CSV
 * everything is one list.
 * @throws DomainError as the contract of `iso.export` lists
 */
export async function exportIso(
  { engagementId, edition, file, format }: CheckedParamsOf<'iso.export'>,
  { reader, resolvePath, signal }: JobContext,
): Promise<ResultOf<'iso.export'>> {
  const requirements = describeIso(reader, engagementId, edition)
  const path = resolvePath(file)
  const isCsv = format === 'csv' || (format === undefined && path.toLowerCase().endsWith('.csv'))
  const ofKind = (kind: IsoRequirement['kind']) => requirements.filter((requirement) => requirement.kind === kind)
  const { sha256 } = await writeSheets(
    path,
    format,
    isCsv
      ? [sheetOf(`ISO 27001-${edition}`, isoColumns, requirements)]
      : [
          sheetOf('Statement of applicability', isoColumns, ofKind('control')),
          sheetOf('Clauses 4 to 10', isoColumns, ofKind('clause')),
        ],
    signal,
  )
  return { requirements: requirements.length, sha256 }
}

/** The statement of applicability with the conclusions as a table. */
export const isoColumns: readonly Column<IsoRequirement>[] = [
  { head: 'Requirement', cell: ({ requirementId }) => requirementId },
  { head: 'Title (own words)', cell: ({ title }) => title },
  { head: 'Applicable', cell: ({ kind, applicability }) => applicableWords(kind, applicability?.applicable) },
  { head: 'Justification', cell: ({ applicability }) => applicability?.justification ?? '' },
  {
    head: 'Implemented',
    cell: ({ applicability }) => (applicability === null ? '' : implementedWords[applicability.implemented]),
  },
  { head: 'Controls', cell: ({ controls }) => controls.map(({ ref }) => ref).join(', ') },
  {
    head: 'Procedures performed',
    cell: ({ controls }) => String(controls.reduce((sum, { performed }) => sum + performed, 0)),
  },
  { head: 'Deviations', cell: ({ controls }) => String(controls.reduce((sum, { deviations }) => sum + deviations, 0)) },
  { head: 'Conclusion', cell: ({ conclusion }) => (conclusion === null ? '' : isoOutcomeWords[conclusion.outcome]) },
  { head: 'Reasoning', cell: ({ conclusion }) => conclusion?.reasoning ?? '' },
  { head: 'Concluded by', cell: ({ conclusion }) => conclusion?.by ?? '' },
  { head: 'To settle', cell: ({ warnings }) => warnings.join(' ') },
]

function applicableWords(kind: IsoRequirement['kind'], applicable: boolean | undefined): string {
  if (kind === 'clause') return 'yes'
  return applicable === undefined ? '' : applicable ? 'yes' : 'no'
}
