import { showAgain } from '../../../db/hiddenRow.ts'
import { lastRequestNumber, sampleAttributes } from '../../../db/request.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create, hide, update } from '../../../shared/journal/change.ts'
import { sampleRequestText, sampleRequestTitle } from '../../../shared/request/sampleWords.ts'
import { differingFields } from '../differingFields.ts'
import { loadControl } from '../control/load.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadPopulation } from '../population/load.ts'
import { describeSample } from '../sample/load.ts'
import { loadOpen, loadRequest } from './load.ts'

type Nothing = Record<string, never>
const nothing = (): Nothing => ({})

/**
 * Asks for something that is not the items of a sample.
 * @throws DomainError `engagement.not_found`, `population.not_found`, `control.not_found`
 */
export function createRequest(
  params: CheckedParamsOf<'request.create'>,
  { reader, newId, actor, now }: CommandContext,
): Outcome<ResultOf<'request.create'>> {
  const { engagementId, kind, title, text, dueOn = null, owner = null, priority = null } = params
  const { populationId = null, check = null, controlId = null } = params
  loadEngagement(reader, engagementId)
  if (populationId !== null && loadPopulation(reader, populationId).engagementId !== engagementId) {
    throw new DomainError('population.not_found', { populationId })
  }
  if (controlId !== null) loadControl(reader, controlId, engagementId)
  const [requestId, ref] = [newId(), nextRef(reader, engagementId)]
  const stamp = { createdBy: actor.practitionerId, createdAt: now.at }
  const about = { populationId, check, controlId }
  const fields = { ref, kind, title, text, dueOn, owner, priority, ...about, status: 'open' as const, ...stamp }
  return { engagementId, changes: create('request', requestId, fields), answer: () => ({ requestId, ref }) }
}

/**
 * Asks for what the items of a sample are tested with.
 * @throws DomainError `sample.not_found`, `request.unknown_column`, `request.unknown_attribute`
 */
export function requestOfSample(
  { sampleId, title, text, dueOn, owner, priority, columns = [], attributes }: CheckedParamsOf<'request.fromSample'>,
  { reader, newId, actor, now }: CommandContext,
): Outcome<ResultOf<'request.fromSample'>> {
  const sample = describeSample(reader, sampleId)
  const { engagementId, header } = sample
  const unknown = columns.find((column) => column === '' || !header.includes(column))
  if (unknown !== undefined) throw new DomainError('request.unknown_column', { column: unknown })
  requireTested(reader, sampleId, attributes ?? [])
  const [requestId, ref] = [newId(), nextRef(reader, engagementId)]
  const fields = {
    ref,
    kind: 'sample' as const,
    title: title ?? sampleRequestTitle(sample),
    text: text ?? sampleRequestText,
    dueOn: dueOn ?? null,
    owner: owner ?? null,
    priority: priority ?? null,
    status: 'open' as const,
    sampleId,
    columns: [...new Set(columns)],
    ...(attributes === undefined ? {} : { attributes }),
    createdBy: actor.practitionerId,
    createdAt: now.at,
  }
  return { engagementId, changes: create('request', requestId, fields), answer: () => ({ requestId, ref }) }
}

/** @throws DomainError `request.unknown_attribute` */
function requireTested(
  reader: Reader,
  sampleId: string,
  chosen: readonly { procedureId: string; letter: string }[],
): void {
  const tested = sampleAttributes(reader, sampleId)
  const unknown = chosen.find(
    ({ procedureId, letter }) => !tested.some((one) => one.procedureId === procedureId && one.letter === letter),
  )
  if (unknown !== undefined) throw new DomainError('request.unknown_attribute', { letter: unknown.letter })
}

function nextRef(reader: Reader, engagementId: string): string {
  return `REQ-${lastRequestNumber(reader, engagementId) + 1}`
}

/** @throws DomainError `request.not_found`, `request.closed` */
export function updateRequest(
  { requestId, title, text, dueOn, sentOn, owner, priority }: CheckedParamsOf<'request.update'>,
  { reader }: CommandContext,
): Outcome<Nothing> {
  const before = loadOpen(reader, requestId)
  const after = {
    title: title ?? before.title,
    text: text ?? before.text,
    dueOn: dueOn === undefined ? before.dueOn : dueOn,
    sentOn: sentOn === undefined ? before.sentOn : sentOn,
    owner: owner === undefined ? before.owner : owner,
    priority: priority === undefined ? before.priority : priority,
  }
  return {
    engagementId: before.engagementId,
    changes: update('request', requestId, differingFields(before, after)),
    answer: nothing,
  }
}

/** @throws DomainError `request.not_found`, `request.closed`, `request.item_not_found` */
export function answerRequest(
  { requestId, answers }: CheckedParamsOf<'request.answer'>,
  { reader, actor, now }: CommandContext,
): Outcome<Nothing> {
  const request = loadOpen(reader, requestId)
  const stamp = { by: actor.practitionerId, at: now.at, importedFrom: null }
  const given = answers.map(({ sampleItemId = null, ...said }) => ({ sampleItemId, ...said }))
  for (const { sampleItemId } of given) requireAsked(reader, request, sampleItemId)
  const changes = given.flatMap((answer) => answerChanges(reader, requestId, answer, stamp))
  return {
    engagementId: request.engagementId,
    changes,
    answer: nothing,
  }
}

function requireAsked(reader: Reader, request: { sampleId: string | null }, sampleItemId: string | null): void {
  const item = sampleItemId === null ? undefined : reader.get('sampleItem', sampleItemId)
  const isAsked = sampleItemId === null ? request.sampleId === null : item?.sampleId === request.sampleId
  if (!isAsked) throw new DomainError('request.item_not_found', { sampleItemId: sampleItemId ?? '' })
}

/** What is said to one item; what is left out stays as it is. */
type GivenAnswer = {
  sampleItemId: string | null
  answer?: string | undefined
  reference?: string | undefined
  providedOn?: string | null | undefined
  note?: string | undefined
}

/** @returns the changes that record an answer, none where it is recorded like this */
export function answerChanges(
  reader: Reader,
  requestId: string,
  given: GivenAnswer,
  stamp: { by: string; at: string; importedFrom: string | null },
): Change[] {
  const id = `${requestId}:${given.sampleItemId ?? ''}`
  const before = reader.get('requestAnswer', id)
  const said = {
    answer: given.answer ?? before?.answer ?? '',
    reference: given.reference ?? before?.reference ?? '',
    providedOn: given.providedOn === undefined ? (before?.providedOn ?? null) : given.providedOn,
    note: given.note ?? before?.note ?? '',
  }
  if (before === undefined) {
    const whole = { requestId, sampleItemId: given.sampleItemId, ...said, ...stamp }
    return [...create('requestAnswer', id, whole), ...showAgain(reader, 'requestAnswer', id)]
  }
  const changed = differingFields(before, said)
  return Object.keys(changed).length === 0 ? [] : update('requestAnswer', id, { ...changed, ...stamp })
}

/** @throws DomainError `request.not_found`, `request.closed` */
export function closeRequest(
  { requestId, reason }: CheckedParamsOf<'request.close'>,
  { reader, actor, now }: CommandContext,
): Outcome<Nothing> {
  const { engagementId } = loadOpen(reader, requestId)
  const closed = { closedBy: actor.practitionerId, closedAt: now.at, closedBecause: reason, reopenedBecause: null }
  return { engagementId, changes: update('request', requestId, { status: 'closed', ...closed }), answer: nothing }
}

/** @throws DomainError `request.not_found`, `request.not_closed` */
export function reopenRequest(
  { requestId, reason }: CheckedParamsOf<'request.reopen'>,
  { reader }: CommandContext,
): Outcome<Nothing> {
  const { engagementId, ref, status } = loadRequest(reader, requestId)
  if (status !== 'closed') throw new DomainError('request.not_closed', { ref })
  const opened = {
    status: 'open' as const,
    closedBy: null,
    closedAt: null,
    closedBecause: null,
    reopenedBecause: reason,
  }
  return { engagementId, changes: update('request', requestId, opened), answer: nothing }
}

/** @throws DomainError `request.not_found`, `request.has_answers` */
export function removeRequest(
  { requestId }: CheckedParamsOf<'request.remove'>,
  { reader }: CommandContext,
): Outcome<Nothing> {
  const { engagementId, ref } = loadRequest(reader, requestId)
  if (reader.list('requestAnswer', { requestId }).length > 0) throw new DomainError('request.has_answers', { ref })
  return { engagementId, changes: hide('request', requestId), answer: nothing }
}
