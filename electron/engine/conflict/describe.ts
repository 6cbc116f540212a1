import { conflictOf, type ConflictRow } from '../../../db/conflict.ts'
import { entriesOfEntityBefore } from '../../../db/journal/entries.ts'
import { StandingWrites } from '../../../db/journal/standingWrites.ts'
import type { Reader } from '../../../db/reader.ts'
import { type Cell, columnsOf, quoted, toEntityRow } from '../../../db/table.ts'
import type { Conflict } from '../../../shared/contract/conflict.ts'
import type { DifferencePiece } from '../../../shared/contract/difference.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { isFollowing } from '../../../shared/journal/conflict.ts'
import type { FieldState } from '../../../shared/journal/fold.ts'
import { winner } from '../../../shared/journal/fold.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import { fieldOf, isEntityName } from '../../../shared/model/entities.ts'
import { recordWords } from '../../../shared/record/fieldWords.ts'
import { commandTitle } from '../journal/commandTitle.ts'
import { paperWords } from '../merge/paperWords.ts'
import { plainText } from '../record/plainText.ts'
import { wordDifference } from '../wordDifference.ts'
import { placeOf } from './place.ts'
import { nameOf } from './settlements.ts'

/** Longest texts that are compared word by word, in characters of both. */
const longestCompared = 20_000

/** @throws DomainError `conflict.not_found` */
export function loadConflict(reader: Reader, conflictId: string): ConflictRow & { state: FieldState } {
  const row = conflictOf(reader, conflictId)
  if (row === undefined) throw new DomainError('conflict.not_found')
  return { ...row, state: stateOf(reader, row) }
}

function stateOf(reader: Reader, { engagementId, entity, id, field }: ConflictRow): FieldState {
  return new StandingWrites(reader, engagementId).of(entity, id).get(field) ?? []
}

/** @returns a conflict with everything that a person needs to decide on it */
export function describeConflict(reader: Reader, row: ConflictRow): Conflict {
  const { conflictId, engagementId, entity, id, field } = row
  const standing = new StandingWrites(reader, engagementId)
  const state = stateOf(reader, row).toSorted((one, other) => (one.hlc < other.hlc ? -1 : 1))
  const counting = winner(state)
  const definition = fieldOf(entity, field)
  const before = valueBefore(reader, row, state)
  const words = (value: unknown) => plainText(reader, engagementId)(recordWords(field, value))
  return {
    conflictId,
    entity,
    id,
    field,
    kind: definition?.kind ?? 'text',
    optional: definition?.required === false,
    paper: paperWords(reader, entity, id),
    place: placeOf(reader, engagementId, entity, id),
    before,
    context: contextOf(reader, row),
    alternatives: state.map((write) => {
      const { actorId, at, command } = standing.entry(write.deviceId, write.seq)
      return {
        value: write.value,
        changes: before === null ? [] : changesBetween(words(before), words(write.value)),
        deviceId: write.deviceId,
        seq: write.seq,
        at,
        actorId,
        actor: nameOf(reader, engagementId, actorId),
        title: commandTitle(command),
        counts: write === counting,
      }
    }),
  }
}

/** What changed from one text to another; none where nothing stayed, and where they are too long for somebody to look. */
function changesBetween(before: string, after: string): DifferencePiece[] {
  if (before.length + after.length > longestCompared) return []
  const pieces = wordDifference(before, after)
  return pieces.some(({ kind }) => kind === 'same') ? pieces : []
}

/** The value that every one of the authors had seen: the newest write of the field that is older than all of theirs. */
function valueBefore(reader: Reader, { engagementId, entity, id, field }: ConflictRow, state: FieldState): unknown {
  const hlc = state.map((write) => write.hlc).toSorted()[0] ?? ''
  for (const { body } of entriesOfEntityBefore(reader, { engagementId, entity, id, hlc })) {
    const change = readEntryBody(body)?.changes.find(
      (one) => one.entity === entity && one.id === id && one.field === field,
    )
    if (change !== undefined) return change.value
  }
  return null
}

/** What else the paper says: its other fields that hold something, except ids and stamps. */
function contextOf(reader: Reader, { entity, id, field }: ConflictRow): Conflict['context'] {
  if (!isEntityName(entity)) return []
  const row = reader.one<Record<string, Cell>>(`SELECT ${columnsOf(entity)} FROM ${quoted(entity)} WHERE id = @id`, {
    id,
  })
  const values = row === undefined ? {} : toEntityRow<Record<string, unknown>>(entity, row)
  return Object.entries(values)
    .filter(([name, value]) => name !== field && isShown(name) && value !== null && value !== '')
    .map(([name, value]) => ({ field: name, value }))
}

const isShown = (name: string) => name !== 'id' && !name.endsWith('Id') && !isFollowing(name)
