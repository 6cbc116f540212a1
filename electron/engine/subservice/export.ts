import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { ComplementaryControl, MatrixRow } from '../../../shared/contract/subservice.ts'
import { controlWords, gapWords } from '../../../shared/subservice/gapWords.ts'
import type { JobContext } from '../handler.ts'
import { plainSheet } from '../record/plainText.ts'
import { type Column, sheetOf, writeSheets } from '../spreadsheet/writeSheets.ts'
import type { TextSheet } from '../spreadsheet/workbook.ts'
import { describeComplementary, describeMatrix, describeOrganisations } from './describe.ts'

/**
 * Writes the complementary controls, and in a workbook also what each criterion rests on.
 * @throws DomainError as the contract of `complementary.export` lists
 */
export async function exportComplementary(
  { engagementId, file, format }: CheckedParamsOf<'complementary.export'>,
  { reader, resolvePath, signal }: JobContext,
): Promise<ResultOf<'complementary.export'>> {
  const controls = describeComplementary(reader, engagementId)
  const sheets = complementarySheets(reader, engagementId, controls)
  const { sha256 } = await writeSheets(resolvePath(file), format, sheets, signal)
  return { controls: controls.length, sha256 }
}

/** @returns the complementary controls, and what each criterion rests on */
export function complementarySheets(
  reader: Reader,
  engagementId: string,
  controls: readonly ComplementaryControl[],
): [controls: TextSheet, criteria: TextSheet] {
  const names = new Map(
    describeOrganisations(reader, engagementId).map(({ organisationId, name }) => [organisationId, name]),
  )
  const refs = new Map(reader.list('control', { engagementId }).map(({ id, ref }) => [id, ref]))
  return [
    plainSheet(reader, engagementId, sheetOf('Complementary controls', controlColumns(names, refs), controls)),
    sheetOf('Criteria', matrixColumns, describeMatrix(reader, engagementId)),
  ]
}

type Names = ReadonlyMap<string, string>

const controlColumns = (organisations: Names, refs: Names): readonly Column<ComplementaryControl>[] => [
  { head: 'Reference', cell: ({ ref }) => ref },
  { head: 'Operated by', cell: ({ organisationId }) => organisations.get(organisationId ?? '') ?? 'Users' },
  { head: 'Control', cell: ({ text }) => text },
  { head: 'Criteria', cell: ({ criteria }) => criteria.join(', ') },
  {
    head: 'Own controls that rest on it',
    cell: ({ controlIds }) => controlIds.flatMap((id) => refs.get(id) ?? []).join(', '),
  },
  { head: 'Communicated', cell: ({ communicated }) => communicated ?? '' },
]

const matrixColumns: readonly Column<MatrixRow>[] = [
  { head: 'Criterion', cell: ({ criterionId }) => criterionId },
  { head: 'Title', cell: ({ title }) => title },
  { head: 'Own controls', cell: ({ controls }) => controls.map(controlWords).join(', ') },
  { head: 'CUECs', cell: ({ cuecs }) => cuecs.join(', ') },
  { head: 'CSOCs', cell: ({ csocs }) => csocs.join(', ') },
  { head: 'To settle', cell: ({ gaps }) => gaps.map((gap) => gapWords[gap]).join('; ') },
]
