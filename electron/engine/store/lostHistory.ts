import type { Reader } from '../../../db/reader.ts'
import { sha256Hex } from '../../../db/store.ts'
import type { HistoryNotice } from '../../../shared/contract/store.ts'
import { type Change, create } from '../../../shared/journal/change.ts'
import { canonical } from '../../../shared/journal/entry.ts'
import type { LostHistory } from '../../../shared/journal/rememberedHead.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { headWords } from '../journal/headWords.ts'

/** @returns the changes that journal what was found missing; none where the same was journaled before */
export function noticeChanges(reader: Reader, lost: readonly LostHistory[], at: string): Change[] {
  const seen = lost.map(({ endsAt: _now, problem: _how, ...head }) => head)
  const id = sha256Hex(canonical(seen)).slice(0, 32)
  return reader.get('storeNotice', id) === undefined ? create('storeNotice', id, { lost: [...lost], foundAt: at }) : []
}

/** @returns the notices that nobody has accepted yet: until then the store is read and not written */
export function openNotices(reader: Reader): HistoryNotice[] {
  return reader
    .list('storeNotice', {}, 'foundAt')
    .filter(({ acceptedAt }) => acceptedAt === null)
    .map((row) => describe(reader, row))
}

function describe(reader: Reader, { id, lost, foundAt }: EntityRow<'storeNotice'>): HistoryNotice {
  return {
    noticeId: id,
    foundAt,
    lost: lost.map(({ engagementId, seq, hash, problem, endsAt }) => ({
      engagementId,
      client: reader.get('engagement', engagementId)?.client ?? null,
      seenSeq: seq,
      seenWords: headWords(hash),
      endsAt,
      problem,
    })),
  }
}
