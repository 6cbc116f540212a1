import { entryHash } from '../../../db/journal/entries.ts'
import { signOffRows } from '../../../db/review/signOffs.ts'
import type { SignOff } from '../../../shared/contract/signOff.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { JobContext } from '../handler.ts'
import { paperWords } from '../paper/words.ts'
import { targetOf } from '../signOff/load.ts'
import { problemOf } from '../signOff/statement.ts'
import { teamMemberId } from '../teamMember.ts'

/** What is wrong with a sign-off, in words, and where. */
export type BadSignOff = {
  what: 'signOff'
  problem: string
  entity: string
  id: string
  deviceId?: string
  seq?: number
}

/** Signatures that are verified between two chances for other work. */
const slice = 100

const problems: Record<NonNullable<SignOff['problem']>, string> = {
  not_genuine: 'does not say what its signature was given for',
  other_key: 'is not signed with the key of the person that it names',
  unknown_signer: 'names somebody who is not of the team',
  role_not_allowed: 'was given in a capacity that its signer does not have',
}

/**
 * The first sign-off, in the order of the journal, that is not what its signer signed: by its signature, or because an entry
 * that it was signed over is another one now. A chain can be computed again by whoever has the key of the store, from the entry
 * on that they changed; the first sign-off after it still knows the hash of what was there.
 */
export async function badSignOff(
  { reader, progress, pause }: Pick<JobContext, 'reader' | 'progress' | 'pause'>,
  engagementId: string,
): Promise<BadSignOff | null> {
  const keys = new Map(reader.list('teamMember', { engagementId }).map(({ id, publicKey }) => [id, publicKey]))
  const words = paperWords(reader)
  const named = (row: EntityRow<'signOff'>) => {
    const target = targetOf(row)
    return `sign-off as ${row.role.replaceAll('_', ' ')} of ${target === null ? row.targetEntity : words(target)}`
  }
  const rows = signOffRows(reader, engagementId)
  for (const [done, row] of rows.entries()) {
    const place = { what: 'signOff' as const, entity: 'signOff', id: row.id }
    const problem = problemOf(row, keys.get(teamMemberId(engagementId, row.by)))
    if (problem !== null) return { ...place, problem: `The ${named(row)} ${problems[problem]}.` }
    const changed = row.heads.find((head) => entryHash(reader, { engagementId, ...head }) !== head.hash)
    if (changed !== undefined) {
      const { deviceId, seq } = changed
      return { ...place, deviceId, seq, problem: `Entry ${seq} is not the one that the ${named(row)} was signed over.` }
    }
    if (done % slice !== 0) continue
    progress(done, rows.length, 'sign-offs')
    // One slice after the other is the point.
    await pause()
  }
  return null
}
