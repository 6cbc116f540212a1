import { nameOfPractitioner } from '../../../db/population.ts'
import { requestProgress, requestSubjects } from '../../../db/request.ts'
import { sampleItems } from '../../../db/sample/items.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { PopulationCheck } from '../../../shared/contract/population.ts'
import type { Request, RequestAnswer, RequestItem } from '../../../shared/contract/request.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
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

/** @returns the requests of an engagement: open ones by their due date first @throws DomainError `engagement.not_found` */
export function listRequests(reader: Reader, engagementId: string, status: Request['status'] | undefined): Request[] {
  loadEngagement(reader, engagementId)
  const around = surroundings(reader, engagementId)
  const rows = reader.list('request', { engagementId }, 'createdAt')
  const wanted = rows.filter((row) => status === undefined || row.status === status)
  return wanted.map((row) => summaryOf(row, around)).toSorted((a, b) => compareDue(a, b))
}

const noDate = '9999-12-31'

function compareDue(a: Request, b: Request): number {
  const open = Number(b.status === 'open') - Number(a.status === 'open')
  if (open !== 0) return open
  const [left, right] = [a.dueOn ?? noDate, b.dueOn ?? noDate]
  return left < right ? -1 : Number(left > right)
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
  const { asked = 0, answered = 0 } = progress.get(row.id) ?? {}
  const { ref, kind, title, text, dueOn, status, sampleId, populationId, createdAt, closedBecause } = row
  return {
    requestId: row.id,
    ref,
    kind,
    title,
    text,
    dueOn,
    status,
    sampleId,
    populationId,
    createdAt,
    closedBecause,
    check: row.check as PopulationCheck | null,
    subject: subjects.get(row.id) ?? null,
    createdBy: nameOf(row.createdBy),
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
    attributes: row.sampleId === null ? [] : attributesOf(reader, row.sampleId),
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

function attributesOf(reader: Reader, sampleId: string): { letter: string; text: string }[] {
  return reader
    .list('procedure', { sampleId })
    .flatMap(({ id }) => reader.list('attribute', { procedureId: id }, 'letter'))
    .map(({ letter, text }) => ({ letter, text }))
}

function answerOf(row: EntityRow<'requestAnswer'>, { nameOf }: Surroundings): RequestAnswer {
  const { answer, reference, providedOn, note, importedFrom, by, at } = row
  return { answer, reference, providedOn, note, importedFrom, by: nameOf(by), at }
}
