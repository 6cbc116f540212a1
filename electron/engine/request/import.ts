import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { RequestAnswer } from '../../../shared/contract/request.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create } from '../../../shared/journal/change.ts'
import {
  type AnswerRow,
  answerColumns,
  type AskedItem,
  matchAnswers,
  rowKey,
  type SaidAnswer,
} from '../../../shared/request/answerRows.ts'
import type { JobContext } from '../handler.ts'
import { evidenceLinkId } from '../population/newPopulation.ts'
import { copySourceFile } from '../population/sourceFile.ts'
import { examineTable, mediaTypeOf, type TableFile, tableRows } from '../table/tableFile.ts'
import { describeRequest, loadOpen } from './load.ts'
import { answerChanges, receivedChanges } from './save.ts'

type Params = CheckedParamsOf<'request.import'>
type Result = ResultOf<'request.import'>
type Matched = AskedItem & SaidAnswer

/**
 * Takes the answers of a list that came back: one command, with the file as evidence. What does not match is named; an answer
 * that differs from the recorded one is replaced only if asked to.
 * @throws DomainError as the contract of `request.import` lists; nothing is taken then
 */
export async function importAnswers(params: Params, context: JobContext): Promise<Result> {
  const { requestId } = params
  const { ref, sampleId } = loadOpen(context.reader, requestId)
  if (sampleId === null) throw new DomainError('request.no_items', { ref })
  const file = await examineTable(params, context)
  const columns = answerColumns(file.header)
  const rows = await allRows(file, context)
  const plan = () => planAnswers(context.reader, params, rows, columns)
  if (params.dryRun) return plan().result
  const copy = await copySourceFile(file, context)
  try {
    return context.commit(() => {
      loadOpen(context.reader, requestId)
      const { result, answers } = plan()
      const changes = changesOf(answers, params, file, context)
      if (changes.length > 0) copy.keep()
      return { engagementId: describeRequest(context.reader, requestId).engagementId, changes, answer: () => result }
    })
  } finally {
    if (context.store.evidenceFile(copy.sha256) === undefined) await copy.discard()
  }
}

/** Rows of a list that comes back; a sample is never as large as a population. */
const mostRows = 100_000

async function allRows(file: TableFile, { signal, progress, pause }: JobContext): Promise<AnswerRow[]> {
  const found: AnswerRow[] = []
  const onProgress = (bytes: number) => progress(bytes, file.bytes, 'Reading answers')
  for await (const rows of tableRows(file, { signal, onProgress })) {
    for (let at = 0; at < rows.length; at += 1) found.push({ row: rows.number(at), cells: rows.cells(at) })
    if (found.length > mostRows) throw new DomainError('request.too_many_rows', { limit: mostRows })
    await pause()
  }
  return found
}

type Plan = { result: Result; answers: Matched[] }

function planAnswers(
  reader: Reader,
  { requestId, overwrite }: Params,
  rows: readonly AnswerRow[],
  columns: ReturnType<typeof answerColumns>,
): Plan {
  const request = describeRequest(reader, requestId)
  const asked = request.items.filter(({ replacedBecause }) => replacedBecause === null)
  const items = new Map(asked.map((item) => [rowKey(request.ref, item.order), item]))
  const { matched, unmatched } = matchAnswers(request.ref, items, rows, columns)
  const recorded = new Map(asked.map(({ sampleItemId, answer }) => [sampleItemId, answer]))
  const before = ({ sampleItemId }: AskedItem) => recorded.get(sampleItemId) ?? null
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
    },
  }
}

function isSame(found: SaidAnswer, recorded: RequestAnswer | null): boolean {
  return words(found) === words(recorded)
}

function words(said: SaidAnswer | RequestAnswer | null): string {
  if (said === null) return ''
  return [said.answer, said.reference, said.providedOn ?? '', said.note].filter((text) => text !== '').join(' · ')
}

function changesOf(
  answers: readonly Matched[],
  { requestId }: Params,
  file: TableFile,
  { reader, actor, now, newId }: JobContext,
): Change[] {
  const stamp = { by: actor.practitionerId, at: now.at, importedFrom: file.name }
  const changes = answers.flatMap((answer) => answerChanges(reader, requestId, answer, stamp))
  if (changes.length === 0) return []
  const evidenceId = newId()
  return [
    ...changes,
    ...receivedChanges(reader, requestId, new Set(answers.map(({ sampleItemId }) => sampleItemId))),
    ...create('evidence', evidenceId, {
      sha256: file.sha256,
      size: file.bytes,
      name: file.name,
      mediaType: mediaTypeOf(file),
      importedAt: now.at,
      importedBy: actor.practitionerId,
    }),
    ...create('evidenceLink', evidenceLinkId(evidenceId, { entity: 'request', id: requestId }), {
      evidenceId,
      targetEntity: 'request',
      targetId: requestId,
    }),
  ]
}
