import { nameOfPractitioner } from '../../../db/population.ts'
import { requestProgress, requestSubjects, sampleAttributes } from '../../../db/request.ts'
import { sampleItems } from '../../../db/sample/items.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { PopulationCheck } from '../../../shared/contract/population.ts'
import type { ListedRequest, Request, RequestAnswer, RequestItem } from '../../../shared/contract/request.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { ageInDays, isOverdue, standingOf } from '../../../shared/request/due.ts'
import { comparePriority } from '../../../shared/request/priority.ts'
import type { AskedAttribute } from '../../../shared/request/listColumns.ts'
import { loadEngagement } from '../engagement.ts'
import { loadPopulation } from '../population/load.ts'
import { loadSample } from '../sample/load.ts'

/** @throws DomainError `request.not_found` */
export function loadRequest(reader: Reader, requestId: string): EntityRow<'request'> {
  const found = reader.get('request', requestId)
  if (found === undefined) throw new DomainError('request.not_found', { requestId })
  return found
}

/** @returns a request that is not closed @throws DomainError `request.not_found`, `request.closed` */
export function loadOpen(reader: Reader, requestId: string): EntityRow<'request'> {
  const found = loadRequest(reader, requestId)
  if (found.status === 'closed') throw new DomainError('request.closed', { ref: found.ref })
  return found
}

/** @returns the requests of an engagement: open ones by their due date first, then by urgency and number @throws DomainError `engagement.not_found` */
export function listRequests(
  reader: Reader,
  { engagementId, today, ...wanted }: CheckedParamsOf<'request.list'>,
): ResultOf<'request.list'> {
  loadEngagement(reader, engagementId)
  const around = surroundings(reader, engagementId)
  const all = reader
    .list('request', { engagementId }, 'createdAt')
    .map((row) => listed(summaryOf(row, around), today))
    .toSorted(compareDue)
  const count = (holds: (request: ListedRequest) => boolean) => all.filter(holds).length
  return {
    requests: all.filter((request) => isWanted(request, wanted)),
    counts: {
      open: count(({ status }) => status === 'open'),
      overdue: count(({ overdue }) => overdue),
      received: count(({ status }) => status === 'received'),
      closed: count(({ status }) => status === 'closed'),
    },
  }
}

function listed(request: Request, today: string): ListedRequest {
  const doneAt = request.closedAt ?? request.receivedAt
  return { ...request, ageDays: ageInDays({ ...request, doneAt }, today), overdue: isOverdue(request, today) }
}

type Wanted = Omit<CheckedParamsOf<'request.list'>, 'engagementId' | 'today'>

const wantedFields = ['kind', 'priority', 'ref', 'sampleId', 'controlId'] as const

function isWanted(request: ListedRequest, { status, ...fields }: Wanted): boolean {
  const hasStatus = status === undefined || (status === 'overdue' ? request.overdue : request.status === status)
  return hasStatus && wantedFields.every((field) => fields[field] === undefined || fields[field] === request[field])
}

const noDate = '9999-12-31'
/** REQ-9 comes before REQ-10. */
const byNumber = new Intl.Collator('en', { numeric: true })

function compareDue(a: Request, b: Request): number {
  const open = Number(b.status === 'open') - Number(a.status === 'open')
  if (open !== 0) return open
  const [left, right] = [a.dueOn ?? noDate, b.dueOn ?? noDate]
  if (left !== right) return left < right ? -1 : 1
  return comparePriority(a.priority, b.priority) || byNumber.compare(a.ref, b.ref)
}

type Surroundings = {
  progress: ReturnType<typeof requestProgress>
  subjects: ReturnType<typeof requestSubjects>
  nameOf: (practitionerId: string) => string
}

function surroundings(reader: Reader, engagementId: string): Surroundings {
  return {
    progress: requestProgress(reader, engagementId),
    subjects: requestSubjects(reader, engagementId),
    nameOf: (practitionerId) => nameOfPractitioner(reader, engagementId, practitionerId),
  }
}

function summaryOf(row: EntityRow<'request'>, { progress, subjects, nameOf }: Surroundings): Request {
  const { asked = 0, answered = 0, answeredAt = null } = progress.get(row.id) ?? {}
  const status = standingOf(row.status === 'closed', { asked, answered })
  const { ref, kind, title, text, dueOn, owner, priority, sentOn, sampleId, populationId, controlId } = row
  const { createdAt, closedAt, closedBecause, reopenedBecause } = row
  return {
    requestId: row.id,
    ref,
    kind,
    title,
    text,
    dueOn,
    owner,
    priority,
    sentOn,
    status,
    sampleId,
    populationId,
    controlId,
    createdAt,
    closedAt,
    closedBecause,
    reopenedBecause,
    check: row.check as PopulationCheck | null,
    subject: subjects.get(row.id) ?? null,
    createdBy: nameOf(row.createdBy),
    closedBy: row.closedBy === null ? null : nameOf(row.closedBy),
    receivedAt: asked > 0 && answered >= asked ? answeredAt : null,
    asked,
    answered,
  }
}

/** @returns a request with its items @throws DomainError `request.not_found` */
export function describeRequest(reader: Reader, requestId: string): ResultOf<'request.get'> {
  const row = loadRequest(reader, requestId)
  const around = surroundings(reader, row.engagementId)
  const answers = new Map(
    reader.list('requestAnswer', { requestId }).map((one) => [one.sampleItemId, answerOf(one, around)]),
  )
  const { columns = [], items = [] } = row.sampleId === null ? {} : itemsOf(reader, row, row.sampleId, answers)
  return {
    ...summaryOf(row, around),
    engagementId: row.engagementId,
    columns,
    attributes: attributesOf(reader, row),
    items,
    answer: answers.get(null) ?? null,
  }
}

function itemsOf(
  reader: Reader,
  row: EntityRow<'request'>,
  sampleId: string,
  answers: ReadonlyMap<string | null, RequestAnswer>,
): { columns: string[]; items: RequestItem[] } {
  const { header } = loadPopulation(reader, loadSample(reader, sampleId).populationId)
  const columns = row.columns ?? []
  const places = columns.map((column) => header.indexOf(column))
  const items = sampleItems(reader, sampleId).map(
    ({ sampleItemId, order, itemId, date, stratum, replacedBecause, cells }) => ({
      sampleItemId,
      order,
      itemId,
      date,
      stratum,
      replacedBecause,
      cells: places.map((place) => cells[place] ?? ''),
      answer: answers.get(sampleItemId) ?? null,
    }),
  )
  return { columns, items }
}

function attributesOf(reader: Reader, { sampleId, attributes }: EntityRow<'request'>): AskedAttribute[] {
  const isAsked = (one: { procedureId: string; letter: string }) =>
    attributes === null ||
    attributes.some(({ procedureId, letter }) => procedureId === one.procedureId && letter === one.letter)
  return sampleId === null
    ? []
    : sampleAttributes(reader, sampleId)
        .filter(isAsked)
        .map(({ controlRef, letter, text }) => ({ controlRef, letter, text }))
}

function answerOf(row: EntityRow<'requestAnswer'>, { nameOf }: Surroundings): RequestAnswer {
  const { answer, reference, providedOn, note, importedFrom, by, at } = row
  return { answer, reference, providedOn, note, importedFrom, by: nameOf(by), at }
}

/** @returns what the client said to the items of a sample, newest request first @throws DomainError `sample.not_found` */
export function answersOfSample(reader: Reader, sampleId: string): ResultOf<'request.answersOfSample'> {
  const around = surroundings(reader, loadSample(reader, sampleId).engagementId)
  const requests = reader.list('request', { sampleId }, 'createdAt').toReversed()
  const answers = requests.flatMap(({ id: requestId, ref }) =>
    reader
      .list('requestAnswer', { requestId })
      .flatMap((row) =>
        row.sampleItemId === null ? [] : [{ sampleItemId: row.sampleItemId, requestId, ref, ...answerOf(row, around) }],
      ),
  )
  return { answers }
}
