import { showAgain } from '../../../db/hiddenRow.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { ListRow } from '../../../shared/contract/table.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create } from '../../../shared/journal/change.ts'
import { answerColumns } from '../../../shared/request/answerColumns.ts'
import { type AskedItem, matchAnswers, type SaidAnswer } from '../../../shared/request/answerRows.ts'
import type { JobContext } from '../handler.ts'
import { evidenceLinkId } from '../population/newPopulation.ts'
import { copySourceFile } from '../population/sourceFile.ts'
import { examineTable, mediaTypeOf, type TableFile } from '../table/tableFile.ts'
import { itemsSheet } from './export.ts'
import { listRows } from '../table/listRows.ts'
import { plainText } from '../record/plainText.ts'
import { describeRequest, loadOpen } from './load.ts'
import { answerChanges } from './save.ts'

type Params = CheckedParamsOf<'request.import'>
type Result = ResultOf<'request.import'>
type Matched = AskedItem & SaidAnswer

/** Rows of a list that comes back; a sample is never as large as a population. */
const mostRows = 100_000

/**
 * Takes the answers of a list that came back: one command, with the file as evidence. What does not match is named; an answer
 * that differs from the recorded one is replaced only if asked to.
 * @throws DomainError as the contract of `request.import` lists; nothing is taken then
 */
export async function importAnswers(params: Params, context: JobContext): Promise<Result> {
  const { reader, store } = context
  const { requestId } = params
  const { ref, sampleId } = loadOpen(reader, requestId)
  if (sampleId === null) throw new DomainError('request.no_items', { ref })
  const file = await examineList(params, context)
  const rows = await listRows(file, { phase: 'Reading answers', most: mostRows }, context)
  const found = planAnswers(asExported(reader, requestId), params, file, rows)
  if (params.dryRun || found.answers.length === 0) return found.result
  const copy = await copySourceFile(file, context)
  try {
    return context.commit(() => {
      loadOpen(reader, requestId)
      // Somebody may have recorded answers while the file was read.
      const request = asExported(reader, requestId)
      const { result, answers } = planAnswers(request, params, file, rows)
      const changes = changesOf(answers, request, file, context)
      if (changes.length > 0) copy.keep()
      return { engagementId: request.engagementId, changes, answer: () => result }
    })
  } finally {
    if (store.evidenceFile(copy.sha256) === undefined) await copy.discard()
  }
}

/** The client may have put other sheets before the one of the list, or sent a workbook of their own. */
async function examineList(params: Params, context: JobContext): Promise<TableFile> {
  if (params.sheet !== undefined) return examineTable(params, context)
  try {
    return await examineTable({ ...params, sheet: itemsSheet }, context)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'xlsx.no_sheet') return examineTable(params, context)
    throw error
  }
}

/** A request as its list was written: a note that points at a record names it, and comes back so without being changed. */
function asExported(reader: Reader, requestId: string): ResultOf<'request.get'> {
  const request = describeRequest(reader, requestId)
  const plain = plainText(reader, request.engagementId)
  const items = request.items.map((item) =>
    item.answer === null ? item : { ...item, answer: { ...item.answer, note: plain(item.answer.note) } },
  )
  return { ...request, items }
}

type Plan = { result: Result; answers: Matched[] }

function planAnswers(
  request: ResultOf<'request.get'>,
  { overwrite }: Params,
  { header }: TableFile,
  rows: readonly ListRow[],
): Plan {
  const columns = answerColumns(header, request)
  const { matched, unmatched } = matchAnswers(request, rows, columns)
  const asked = request.items.filter(({ replacedBecause }) => replacedBecause === null)
  const recorded = new Map(asked.map(({ sampleItemId, answer }) => [sampleItemId, answer]))
  const before = ({ sampleItemId }: Matched) => recorded.get(sampleItemId) ?? null
  const added = matched.filter((one) => before(one) === null)
  const others = matched.filter((one) => before(one) !== null)
  const differing = others.filter((one) => !isSame(one, before(one)))
  const answered = new Set(
    [...matched, ...asked.filter(({ answer }) => answer !== null)].map((one) => one.sampleItemId),
  )
  return {
    answers: [...added, ...(overwrite ? differing : [])],
    result: {
      matched: matched.length,
      added: added.length,
      changed: overwrite ? differing.length : 0,
      unchanged: others.length - differing.length,
      unmatched,
      differing: differing.map((one) => ({ itemId: one.itemId, recorded: words(before(one)), found: words(one) })),
      missing: asked.flatMap(({ sampleItemId, itemId }) => (answered.has(sampleItemId) ? [] : [itemId])),
      otherColumns: columns.others,
    },
  }
}

function isSame(found: SaidAnswer, recorded: SaidAnswer | null): boolean {
  const fields = (said: SaidAnswer | null) => [said?.answer, said?.reference, said?.providedOn, said?.note]
  return JSON.stringify(fields(found)) === JSON.stringify(fields(recorded))
}

function words(said: SaidAnswer | null): string {
  if (said === null) return ''
  return [said.answer, said.reference, said.providedOn ?? '', said.note].filter((text) => text !== '').join(' · ')
}

function changesOf(
  answers: readonly Matched[],
  { requestId, engagementId }: ResultOf<'request.get'>,
  file: TableFile,
  context: JobContext,
): Change[] {
  const { reader, actor, now } = context
  const stamp = { by: actor.practitionerId, at: now.at, importedFrom: file.name }
  const changes = answers.flatMap((answer) => answerChanges(reader, requestId, answer, stamp))
  return changes.length === 0 ? [] : [...changes, ...evidenceChanges(requestId, engagementId, file, context)]
}

/** The file that came back as evidence of the request; one that is kept already is linked, and not kept twice. */
function evidenceChanges(
  requestId: string,
  engagementId: string,
  file: TableFile,
  { reader, actor, now, newId }: JobContext,
): Change[] {
  const { sha256 } = file
  const linkTo = (evidenceId: string) => evidenceLinkId(evidenceId, { entity: 'request', id: requestId })
  const all = reader.list('evidence', { engagementId, sha256 })
  if (all.some(({ id }) => reader.get('evidenceLink', linkTo(id)) !== undefined)) return []
  const [kept] = all
  const evidenceId = kept?.id ?? newId()
  const linkId = linkTo(evidenceId)
  const evidence = {
    sha256,
    size: file.bytes,
    name: file.name,
    mediaType: mediaTypeOf(file),
    importedAt: now.at,
    importedBy: actor.practitionerId,
  }
  return [
    ...(kept === undefined ? create('evidence', evidenceId, evidence) : []),
    ...create('evidenceLink', linkId, { evidenceId, targetEntity: 'request', targetId: requestId }),
    ...showAgain(reader, 'evidenceLink', linkId),
  ]
}
