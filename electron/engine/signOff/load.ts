import { hashesOf } from '../../../db/paper/hashes.ts'
import type { Reader } from '../../../db/reader.ts'
import { knownSignOffRows, signOffRows } from '../../../db/review/signOffs.ts'
import type { SignOff } from '../../../shared/contract/signOff.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { isPaperKind, type Paper } from '../../../shared/paper/paperForms.ts'
import { paperWords } from '../paper/words.ts'
import { keyOf } from '../review/papers.ts'
import { teamMemberId } from '../teamMember.ts'
import { knownProblemOf } from './verdicts.ts'

/** A sign-off without the words of its paper, which are looked up for those that are shown. */
export type SignOffFacts = Omit<SignOff, 'words'>

/** @throws DomainError `signOff.not_found` */
export function loadSignOff(reader: Reader, signOffId: string): EntityRow<'signOff'> {
  const found = reader.get('signOff', signOffId)
  if (found === undefined) throw new DomainError('signOff.not_found', { signOffId })
  return found
}

/** @returns the sign-offs of an engagement, or of one paper, oldest first */
export function signOffsOf(reader: Reader, engagementId: string, paper?: Paper): SignOff[] {
  const rows = paper === undefined ? knownSignOffRows(reader, engagementId) : signOffRows(reader, engagementId, paper)
  return describeSignOffs(reader, engagementId, rows)
}

/** @returns what those sign-offs of an engagement say: a page costs what it shows, not what the engagement holds */
export function describeSignOffs(
  reader: Reader,
  engagementId: string,
  rows: readonly EntityRow<'signOff'>[],
): SignOff[] {
  const words = paperWords(reader)
  return factsOf(reader, engagementId, rows).map((one) => ({ ...one, words: words(one.target) }))
}

/** @returns the sign-offs of an engagement that were not withdrawn, by paper */
export function standingByPaper(reader: Reader, engagementId: string): Map<string, SignOffFacts[]> {
  const rows = knownSignOffRows(reader, engagementId)
  const facts = factsOf(reader, engagementId, rows).filter(({ withdrawn }) => withdrawn === null)
  return Map.groupBy(facts, ({ target }) => keyOf(target))
}

/** @returns what those sign-offs say, without the words of their papers */
export function factsOf(reader: Reader, engagementId: string, rows: readonly EntityRow<'signOff'>[]): SignOffFacts[] {
  const members = new Map(reader.list('teamMember', { engagementId }).map((member) => [member.id, member]))
  const withdrawals = new Map(reader.list('signOffWithdrawal', { engagementId }).map((one) => [one.signOffId, one]))
  const now = hashesOf(reader, engagementId)
  return rows.flatMap((row) => {
    const target = targetOf(row)
    if (target === null) return []
    const member = members.get(teamMemberId(engagementId, row.by))
    const withdrawal = withdrawals.get(row.id)
    return [
      {
        signOffId: row.id,
        target,
        role: row.role,
        practitionerId: row.by,
        by: member?.name ?? row.by,
        initials: member?.initials ?? '?',
        at: row.at,
        contentSha256: row.contentSha256,
        changedSince: now(target) !== row.contentSha256,
        withdrawn: withdrawal === undefined ? null : { reason: withdrawal.reason, at: withdrawal.at },
        problem: knownProblemOf(reader, row, member?.publicKey),
      },
    ]
  })
}

/** @returns those that were not withdrawn and are genuine */
export function standingOf(signOffs: readonly SignOff[]): SignOff[] {
  return signOffs.filter(({ withdrawn, problem }) => withdrawn === null && problem === null)
}

/** @returns the paper of a sign-off, or `null` where a newer program knows more kinds of paper */
export function targetOf({ targetEntity, targetId }: EntityRow<'signOff'>): Paper | null {
  return isPaperKind(targetEntity) ? { entity: targetEntity, id: targetId } : null
}
