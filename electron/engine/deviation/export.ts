import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { Deviation } from '../../../shared/contract/deviation.ts'
import { natureWords, statusWords } from '../../../shared/deviation/deviationWords.ts'
import { selectDeviations } from '../../../shared/deviation/register.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { plainSheet } from '../record/plainText.ts'
import { type Column, sheetOf, writeSheets } from '../spreadsheet/writeSheets.ts'
import { describeDeviations } from './describe.ts'

/**
 * Writes the selected deviations as one list, in the order that is asked for.
 * @throws DomainError as the contract of `deviation.export` lists
 */
export async function exportDeviations(
  { engagementId, file, format, ...selection }: CheckedParamsOf<'deviation.export'>,
  { reader, resolvePath, signal }: JobContext,
): Promise<ResultOf<'deviation.export'>> {
  loadEngagement(reader, engagementId)
  const all = describeDeviations(reader, engagementId, selection.controlId ?? null)
  const selected = selectDeviations(all, selection)
  const register = plainSheet(reader, engagementId, sheetOf('Deviations', deviationColumns, selected))
  const { sha256 } = await writeSheets(resolvePath(file), format, [register], signal)
  return { deviations: selected.length, sha256 }
}

const stepWords = (step: Deviation['concluded']) => (step === null ? '' : `${step.by}, ${instantText(step.at)}`)

/** The register of deviations as a table. */
export const deviationColumns: readonly Column<Deviation>[] = [
  { head: 'Deviation', cell: ({ ref }) => ref },
  { head: 'Control', cell: ({ controlRef }) => controlRef },
  { head: 'Criteria', cell: ({ criteria }) => criteria.join(', ') },
  { head: 'Item', cell: ({ itemId }) => itemId ?? '' },
  { head: 'Attribute', cell: ({ attribute }) => attribute ?? '' },
  { head: 'Condition', cell: ({ condition }) => condition },
  { head: 'Nature', cell: ({ nature }) => (nature === null ? 'Not judged' : natureWords[nature]) },
  { head: 'Cause', cell: ({ cause }) => cause ?? '' },
  { head: 'Extent', cell: ({ extent }) => extent ?? '' },
  { head: 'Timing', cell: ({ timing }) => timing ?? '' },
  { head: 'Client statement', cell: ({ clientStatement }) => clientStatement ?? '' },
  { head: 'Said by', cell: ({ clientPerson }) => clientPerson ?? '' },
  { head: 'Said on', cell: ({ clientSaidOn }) => clientSaidOn ?? '' },
  { head: 'Management response (not tested)', cell: ({ managementResponse }) => managementResponse ?? '' },
  {
    head: 'Compensating controls',
    cell: ({ compensations, compensating }) =>
      [...compensations.map(({ controlRef, testedHow }) => `${controlRef}: ${testedHow}`), compensating ?? '']
        .filter(Boolean)
        .join('\n'),
  },
  {
    head: 'Extension of the sample',
    cell: ({ extension }) => (extension === null ? '' : `${extension.by} items: ${extension.reason}`),
  },
  { head: 'Effect on the control', cell: ({ effect }) => effect ?? '' },
  { head: 'Effect on the criteria', cell: ({ criterionEffect }) => criterionEffect ?? '' },
  { head: 'Status', cell: ({ status }) => statusWords[status] },
  { head: 'Recorded', cell: ({ recordedBy, recordedAt }) => `${recordedBy}, ${instantText(recordedAt)}` },
  { head: 'Confirmed', cell: ({ confirmed }) => stepWords(confirmed) },
  { head: 'Evaluated', cell: ({ evaluated }) => stepWords(evaluated) },
  { head: 'Concluded', cell: ({ concluded }) => stepWords(concluded) },
]
