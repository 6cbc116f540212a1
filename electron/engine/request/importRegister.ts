import { lastRequestNumber } from '../../../db/request.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { create } from '../../../shared/journal/change.ts'
import { registerRows, type Surroundings } from '../../../shared/request/registerRows.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { examineTable } from '../table/tableFile.ts'
import { listRows } from '../table/listRows.ts'

/** Rows of a list of requests, all of which become one entry; the longest lists of the field have some hundred. */
const mostRows = 5_000

/**
 * Takes a list of requests as one command. What is asked for already is not asked again, so the same list twice changes nothing.
 * @throws DomainError as the contract of `request.importRegister` lists; nothing is taken then
 */
export async function importRegister(
  params: CheckedParamsOf<'request.importRegister'>,
  context: JobContext,
): Promise<ResultOf<'request.importRegister'>> {
  const { engagementId, dryRun } = params
  const { reader, actor, now, newId } = context
  loadEngagement(reader, engagementId)
  const file = await examineTable(params, context)
  const rows = await listRows(file, { phase: 'Reading requests', most: mostRows }, context)
  const plan = () => registerRows(file.header, rows, surroundings(reader, engagementId))
  const planned = plan()
  if (dryRun || planned.requests.length === 0) return planned
  return context.commit(() => {
    // Somebody may have asked for the same while the file was read.
    const found = plan()
    const first = lastRequestNumber(reader, engagementId) + 1
    const stamp = { createdBy: actor.practitionerId, createdAt: now.at }
    const changes = found.requests.flatMap(({ row: _row, ...request }, place) =>
      create('request', newId(), {
        ...request,
        ref: `REQ-${first + place}`,
        kind: 'other',
        status: 'open',
        ...stamp,
      }),
    )
    return { engagementId, changes, answer: () => found }
  })
}

function surroundings(reader: Reader, engagementId: string): Surroundings {
  return {
    controls: new Map(
      reader.list('control', { engagementId }).flatMap(({ id, ref, title }) => [
        [ref, id],
        [`${ref} ${title}`, id],
      ]),
    ),
    titles: reader
      .list('request', { engagementId })
      .filter(({ status }) => status !== 'closed')
      .map(({ title }) => title),
  }
}
