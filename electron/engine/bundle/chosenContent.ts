import type { Reach } from '../../../db/journal/chainSlices.ts'
import type { Reader } from '../../../db/reader.ts'
import { type Omission, type Part, partOf } from '../../../shared/bundle/part.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JsonValue } from '../../../shared/journal/change.ts'
import type { PlainState } from '../../../shared/journal/fold.ts'
import { deletedField } from '../../../shared/model/entities.ts'
import { foldJournal } from './exportedJournal.ts'
import type { History } from './pages/bundlePages.ts'

/**
 * What a bundle holds as of a moment: all of an engagement with its history, or a part of it; and what is left out, with the reasons.
 * @throws DomainError `control.not_found`, `bundle.empty_part`
 */
export async function chosenContent(
  reader: Reader,
  { engagementId, part, upTo }: { engagementId: string; part: Part | undefined; upTo: Reach },
  pause: () => Promise<void>,
): Promise<{ state: PlainState; omissions: Omission[]; history: History }> {
  const { state, history } = await foldJournal(reader, engagementId, upTo, pause)
  if (part === undefined) return { state, omissions: removedEvidence(state), history }
  return { ...taken(state, part), history }
}

/** @returns what a part is called @throws DomainError `control.not_found` */
export function titleOf(part: Part, reader: Reader): string {
  if (part.kind === 'section') return part.section
  if (part.kind === 'requests') return 'open requests'
  const refs = part.controlIds.map((controlId) => {
    const control = reader.get('control', controlId)
    if (control === undefined) throw new DomainError('control.not_found', { controlId })
    return control.ref
  })
  return refs.join(', ').slice(0, 500)
}

function taken(whole: PlainState, part: Part): ReturnType<typeof partOf> {
  const found = partOf(whole, part)
  const papers = Object.keys(found.state[part.kind === 'requests' ? 'request' : 'control'] ?? {})
  if (papers.length > 0) return found
  throw new DomainError('bundle.empty_part', {
    what: part.kind === 'requests' ? 'no request is open' : 'no control belongs to this part',
  })
}

/** Files that were attached by mistake are named in the journal, and are not handed on. */
function removedEvidence(state: PlainState): Omission[] {
  const textOf = (value: JsonValue | undefined, longest: number) =>
    typeof value === 'string' ? value.slice(0, longest).toWellFormed() : 'not recorded'
  return Object.values(state['evidence'] ?? {})
    .filter((fields) => fields[deletedField] === true)
    .map(({ name, removedBecause }) => ({
      what: `Evidence: ${textOf(name, 400)}`,
      reason: `Removed: ${textOf(removedBecause, 1900)}`,
    }))
}
