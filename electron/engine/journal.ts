import { actorsOf, commandsOf, entitiesOf, entriesNewestFirst, headsOf } from '../../db/journal/entries.ts'
import type { Reader } from '../../db/reader.ts'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { journalContract } from '../../shared/contract/journal.ts'
import { wasBehind } from '../../shared/journal/clock.ts'
import type { StoredEntry } from '../../shared/journal/entry.ts'
import { readEntryBody } from '../../shared/journal/readEntryBody.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { changedRowWords } from './journal/changedRowWords.ts'
import { commandTitle } from './journal/commandTitle.ts'
import { entryWithBefore } from './journal/entryWithBefore.ts'
import { exportJournal } from './journal/export.ts'
import { findHead } from './journal/findHead.ts'
import { headWords } from './journal/headWords.ts'
import { printJournal } from './journal/print.ts'
import { lastChangeOf, lastUndoOf, undoChanges } from './journal/undo.ts'
import { verifyJournal } from './journal/verify.ts'
import { peopleOf } from './lock/people.ts'
import { teamMemberId } from './teamMember.ts'

/** A draw or an import touches hundreds of fields; a list shows the first ones and says how many there are. */
const shownChanges = 50

export const journal: Handlers<typeof journalContract> = {
  'journal.list': (params, { reader }) => {
    const { engagementId } = params
    loadEngagement(reader, engagementId)
    const { total, entries } = entriesNewestFirst(reader, params)
    const names = new Map(reader.list('teamMember', { engagementId }).map((member) => [member.id, member.name]))
    return {
      total,
      entries: entries.map((entry) => toListed(entry, names)),
      heads: shownHeads(reader, engagementId),
    }
  },

  'journal.facets': ({ engagementId }, { reader }) => {
    loadEngagement(reader, engagementId)
    const name = peopleOf(reader, engagementId)
    return {
      people: actorsOf(reader, engagementId).map((actorId) => ({ actorId, actor: name(actorId).name })),
      commands: commandsOf(reader, engagementId).map((command) => ({ command, title: commandTitle(command) })),
      entities: entitiesOf(reader, engagementId),
    }
  },

  'journal.entry': (params, { reader }) => {
    loadEngagement(reader, params.engagementId)
    return entryWithBefore(reader, params)
  },

  'journal.findHead': (params, { reader }) => {
    loadEngagement(reader, params.engagementId)
    return findHead(params, reader)
  },

  'journal.verify': async ({ engagementId }, context) => {
    loadEngagement(context.reader, engagementId)
    const { reader } = context
    const { firstBad, ...verdict } = await verifyJournal(context, engagementId)
    return {
      ...verdict,
      ...(firstBad === undefined ? {} : { firstBad: { ...firstBad, ...rowNamed(reader, firstBad) } }),
      heads: shownHeads(reader, engagementId),
    }
  },

  'journal.export': (params, context) => exportJournal(params, context),

  'journal.print': (params, context) => printJournal(params, context),

  'journal.undo': ({ engagementId }, { reader, actor }) => {
    loadEngagement(reader, engagementId)
    const last = lastChangeOf(reader, engagementId, actor.practitionerId)
    return {
      engagementId,
      changes: undoChanges(reader, last),
      answer: () => ({ undone: last.command, title: commandTitle(last.command) }),
    }
  },

  'journal.redo': ({ engagementId }, { reader, actor }) => {
    loadEngagement(reader, engagementId)
    const { undo, undone } = lastUndoOf(reader, engagementId, actor.practitionerId)
    const answer = () => ({ redone: undone.command, title: commandTitle(undone.command) })
    return { engagementId, changes: undoChanges(reader, undo), answer }
  },
}

function toListed({ body, hash }: StoredEntry, names: ReadonlyMap<string, string>) {
  const entry = readEntryBody(body)
  if (entry === null) throw new TypeError('A journal entry cannot be read')
  const { engagementId, deviceId, seq, hlc, at, actorId, command, changes } = entry
  return {
    deviceId,
    seq,
    at,
    actorId,
    actor: names.get(teamMemberId(engagementId, actorId)) ?? actorId,
    command,
    title: commandTitle(command),
    changes: changes.slice(0, shownChanges),
    moreChanges: Math.max(0, changes.length - shownChanges),
    hash,
    clockBehind: wasBehind(hlc, at),
  }
}

type BadPlace = Pick<NonNullable<ResultOf<'journal.verify'>['firstBad']>, 'entity' | 'id'>

/** How people call the row that a verdict is about, where it is about one. */
function rowNamed(reader: Reader, { entity, id }: BadPlace): { words?: string } {
  return entity === undefined || id === undefined ? {} : { words: changedRowWords(reader)(entity, id) }
}

function shownHeads(reader: Reader, engagementId: string) {
  return headsOf(reader, engagementId).map(({ deviceId, seq, hash }) => ({
    deviceId,
    seq,
    hash,
    words: headWords(hash),
  }))
}
