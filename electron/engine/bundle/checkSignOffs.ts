import { z } from 'zod'
import type { BundleVerdict } from '../../../shared/contract/bundle.ts'
import type { StoredEntry } from '../../../shared/journal/entry.ts'
import type { PlainState } from '../../../shared/journal/fold.ts'
import { deletedField } from '../../../shared/model/entities.ts'
import { missingHead } from './missingHead.ts'
import { problemOf } from '../signOff/statement.ts'
import { teamMemberId } from '../teamMember.ts'

type Check = BundleVerdict['checks'][number]

const SignOff = z.object({
  targetEntity: z.string(),
  targetId: z.string(),
  role: z.enum(['preparer', 'reviewer', 'partner', 'quality_reviewer']),
  by: z.string(),
  practitionerRole: z.string(),
  contentSha256: z.string(),
  heads: z.array(z.object({ deviceId: z.string(), seq: z.int(), hash: z.string() })),
  at: z.string(),
  signature: z.string(),
})

type ShownSignOff = { engagementId: string; id: string; fields: PlainState[string][string] }

function problemIn(
  { engagementId, id, fields }: ShownSignOff,
  state: PlainState,
  hashes: ReadonlySet<string> | null,
): string | null {
  const read = SignOff.safeParse(fields)
  if (!read.success) return 'not in the form of one'
  const publicKey = state['teamMember']?.[teamMemberId(engagementId, read.data.by)]?.['publicKey']
  const row = { ...read.data, id, engagementId }
  const problem = problemOf(row, typeof publicKey === 'string' ? publicKey : undefined)
  if (problem !== null) return problem.replaceAll('_', ' ')
  const isOverOthers = hashes !== null && missingHead(row.heads, hashes) !== undefined
  return isOverOthers ? 'signed over entries that are others now' : null
}

/**
 * Whether every sign-off in a state carries the signature of the person whom it names, and was signed over entries of the very
 * journal that it comes with. Whether its paper changed since is for the store to say.
 * @param stored all entries of the journal that the state is the fold of; `null` where only a part without its journal is there
 * @returns nothing where nobody signed off
 */
export async function checkSignOffs(
  engagementId: string,
  state: PlainState,
  stored: readonly StoredEntry[] | null,
  pause: () => Promise<void>,
): Promise<Check[]> {
  const hashes = stored === null ? null : new Set(stored.map(({ hash }) => hash))
  const shown = Object.entries(state['signOff'] ?? {}).filter(([, fields]) => fields[deletedField] !== true)
  if (shown.length === 0) return []
  const bad: string[] = []
  for (const [id, fields] of shown) {
    const problem = problemIn({ engagementId, id, fields }, state, hashes)
    if (problem !== null) bad.push(problem)
    await pause()
  }
  const says =
    bad.length === 0
      ? `Sign-offs: ${shown.length}, each with the signature of the person whom it names.`
      : `${bad.length} of ${shown.length} sign-offs do not hold: ${[...new Set(bad)].join(', ')}.`
  return [{ check: 'sign-offs', passed: bad.length === 0, says }]
}
