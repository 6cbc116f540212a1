import { entriesOfPaper } from '../../../db/paper/history.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { Change } from '../../../shared/journal/change.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import { formOf } from '../../../shared/paper/paperForms.ts'
import { commandTitle } from '../journal/commandTitle.ts'
import { valuesBefore } from '../journal/undo.ts'
import { peopleOf } from '../lock/people.ts'
import { engagementOfPaper } from './load.ts'
import { rowWords } from './rowWords.ts'

/** A draw or an import touches hundreds of fields; an entry shows the first ones and says how many there are. */
const shownChanges = 20

/** @returns how a paper came to say what it says, the newest entry first @throws DomainError `paper.not_found` */
export function paperHistory(
  reader: Reader,
  { target, offset, limit }: CheckedParamsOf<'paper.history'>,
): ResultOf<'paper.history'> {
  const engagementId = engagementOfPaper(reader, target)
  const { total, entries, rows } = entriesOfPaper(reader, engagementId, target, { offset, limit })
  const person = peopleOf(reader, engagementId)
  const words = rowWords(reader)
  const says = sayingChange(target.entity, rows)
  return {
    total,
    entries: entries.map(({ body }) => {
      const entry = readEntryBody(body)
      if (entry === null) throw new TypeError('A journal entry cannot be read')
      const changes = entry.changes.filter(says)
      const held = new Map<string, ReturnType<typeof valuesBefore>>()
      return {
        deviceId: entry.deviceId,
        seq: entry.seq,
        at: entry.at,
        actor: person(entry.actorId).name,
        title: commandTitle(entry.command),
        changes: changes.slice(0, shownChanges).map(({ entity, id, field, value }) => {
          const key = `${entity}\n${id}`
          const before = held.get(key) ?? valuesBefore(reader, entry, entity, id)
          held.set(key, before)
          return { entity, id, words: words(target, { entity, id }), field, before: before.get(field) ?? null, value }
        }),
        moreChanges: Math.max(0, changes.length - shownChanges),
      }
    }),
  }
}

/** Whether a change of an entry is one of what the paper says; who and when stands beside the entry itself. */
function sayingChange(kind: Parameters<typeof formOf>[0], rows: ReadonlyMap<string, ReadonlySet<string>>) {
  const omitted = new Set(formOf(kind).flatMap(({ entity, omits }) => omits.map((field) => `${entity}\n${field}`)))
  return ({ entity, id, field }: Change) => rows.get(entity)?.has(id) === true && !omitted.has(`${entity}\n${field}`)
}
