import { changedByOthersSince, entriesOfEntityBefore, entriesOfPerson } from '../../../db/journal/entries.ts'
import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { Change, JsonValue } from '../../../shared/journal/change.ts'
import type { EntryBody, StoredEntry } from '../../../shared/journal/entry.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import { deletedField, fieldOf } from '../../../shared/model/entities.ts'

/**
 * What may be taken back by a key: what was typed, and the answers or results of a list, which nothing rests on yet. What else was
 * imported, drawn or concluded is taken back by its own command, with a reason.
 */
const undoable = new Set([
  'result.record',
  'result.import',
  'evidence.describe',
  'evidence.link',
  'evidence.unlink',
  'evidence.mark',
  'evidence.unmark',
  'tickmark.save',
  'tickmark.addUsual',
  'tickmark.remove',
  'procedure.save',
  'procedure.remove',
  'procedure.perform',
  'procedure.answerWarning',
  'library.use',
  'walkthrough.save',
  'walkthrough.remove',
  'deviation.save',
  'deviation.remove',
  'control.save',
  'control.remove',
  'engagement.update',
  'population.describe',
  'request.create',
  'request.fromSample',
  'request.update',
  'request.answer',
  'request.import',
  'request.importRegister',
  'request.remove',
  'subservice.save',
  'subservice.remove',
  'subservice.saveReport',
  'subservice.removeReport',
  'letter.save',
  'letter.remove',
  'narrative.save',
  'narrative.remove',
  'complementary.save',
  'complementary.remove',
  'criterion.setAside',
  'commitment.save',
  'commitment.remove',
  'boundary.save',
  'boundary.remove',
  'description.saveSection',
  'description.removeSection',
  'description.link',
  'description.unlink',
  'significantChange.save',
  'significantChange.remove',
  'engagement.setPrior',
  'followUp.add',
  'followUp.settle',
  'iso.map',
  'iso.saveApplicability',
  'sample.describe',
  'sample.justify',
  'note.open',
  'note.respond',
  'assignment.save',
  'assignment.release',
  'periodMark.save',
  'periodMark.remove',
  'hours.setBudget',
  'hours.record',
  'hours.remove',
])

/** What records itself while somebody works: no step of theirs, so it is in the way of none. */
const passedOver = new Set(['review.recordVisits'])

const undoCommand = 'journal.undo'
const redoCommand = 'journal.redo'

/**
 * @returns the newest entry of a person that was not undone yet
 * @throws DomainError `journal.nothing_to_undo`, `journal.cannot_undo`
 */
export function lastChangeOf(reader: Reader, engagementId: string, actorId: string): EntryBody {
  return lastStanding(entriesOf(reader, engagementId, actorId))
}

/** @param entries of one person, newest first */
function lastStanding(entries: Iterable<EntryBody>): EntryBody {
  let undone = 0
  for (const entry of entries) {
    if (entry.command === undoCommand) undone += 1
    else if (entry.command === redoCommand) undone -= 1
    else if (undone > 0) undone -= 1
    else if (undoable.has(entry.command)) return entry
    else
      throw new DomainError('journal.cannot_undo', {
        reason: `${entry.command} is taken back by a command of its own.`,
      })
  }
  throw new DomainError('journal.nothing_to_undo')
}

/**
 * The newest undo of a person that still stands, and what it undid. Whatever else was done since ends what can be done again.
 * @throws DomainError `journal.nothing_to_redo`
 */
export function lastUndoOf(
  reader: Reader,
  engagementId: string,
  actorId: string,
): { undo: EntryBody; undone: EntryBody } {
  const entries = entriesOf(reader, engagementId, actorId)
  let redone = 0
  for (const undo of entries) {
    if (undo.command === redoCommand) redone += 1
    else if (undo.command !== undoCommand) break
    else if (redone > 0) redone -= 1
    else return { undo, undone: lastStanding(entries) }
  }
  throw new DomainError('journal.nothing_to_redo')
}

function* entriesOf(reader: Reader, engagementId: string, actorId: string): Generator<EntryBody, void, undefined> {
  for (const stored of entriesOfPerson(reader, engagementId, actorId)) {
    const entry = read(stored)
    if (!passedOver.has(entry.command)) yield entry
  }
}

/**
 * @returns the changes that give every field of an entry the value it had before; what the entry created is hidden
 * @throws DomainError `journal.cannot_undo` where somebody changed a field since
 */
export function undoChanges(reader: Reader, entry: EntryBody): Change[] {
  const groups = Map.groupBy(entry.changes, ({ entity, id }) => `${entity}\n${id}`)
  return [...groups.values()].flatMap((changes) => undoEntity(reader, entry, changes))
}

function undoEntity(reader: Reader, entry: EntryBody, changes: Change[]): Change[] {
  const [first] = changes
  if (first === undefined || first.entity === 'teamMember') return []
  const { entity, id } = first
  if (changedByOthersSince(reader, entry, entity, id)) {
    throw new DomainError('journal.cannot_undo', { reason: 'somebody else changed the same paper since.' })
  }
  const before = valuesBefore(reader, entry, entity, id)
  if (before.size === 0) return [{ entity, id, field: deletedField, value: true }]
  return changes.map(({ field }) => ({ entity, id, field, value: before.get(field) ?? emptyValue(entity, field) }))
}

function emptyValue(entity: string, field: string): JsonValue {
  if (field === deletedField) return false
  if (fieldOf(entity, field)?.required === true)
    throw new DomainError('journal.cannot_undo', { reason: 'its older value is unknown.' })
  return null
}

/** @returns what the fields of an entity held before an entry; one that is not named held nothing */
export function valuesBefore(
  reader: Reader,
  { engagementId, hlc }: Pick<EntryBody, 'engagementId' | 'hlc'>,
  entity: string,
  id: string,
): Map<string, JsonValue> {
  const values = new Map<string, JsonValue>()
  for (const stored of entriesOfEntityBefore(reader, { engagementId, entity, id, hlc })) {
    for (const change of read(stored).changes) {
      if (change.entity === entity && change.id === id && !values.has(change.field))
        values.set(change.field, change.value)
    }
  }
  return values
}

function read(stored: StoredEntry): EntryBody {
  const entry = readEntryBody(stored.body)
  if (entry === null) throw new TypeError('A journal entry cannot be read')
  return entry
}
