import { z } from 'zod'
import type { BundleVerdict } from '../../../shared/contract/bundle.ts'
import { canonical } from '../../../shared/journal/entry.ts'
import type { PlainState } from '../../../shared/journal/fold.ts'
import { fieldOf } from '../../../shared/model/entities.ts'
import { checkEvidence } from './checkEvidence.ts'
import { checkSignOffs } from './checkSignOffs.ts'
import type { BundleJournal } from './verifyBundle.ts'

type Check = BundleVerdict['checks'][number]

/** A part has no chain to check. What can be: that it holds none, and that its state is in the form of one. */
export async function checkPart(
  { manifest, journal, state }: BundleJournal,
  pause: () => Promise<void>,
): Promise<Check[]> {
  const plain = state === null ? null : plainStateIn(state.toString('utf8'))
  const isState = plain !== null
  const [none, some] = [
    'This is a part of the papers, without the journal.',
    'A part has no journal, and this one does.',
  ]
  const well = 'The state can be compared with the journal of the whole engagement at the heads named here.'
  return [
    { check: 'journal', passed: journal === null, says: journal === null ? none : some },
    { check: 'state', passed: isState, says: isState ? well : 'The state is not in the form of one.' },
    ...(plain === null
      ? []
      : [checkEvidence(plain, manifest), ...(await checkSignOffs(manifest.engagement.id, plain, null, pause))]),
  ]
}

function plainStateIn(text: string): PlainState | null {
  const parsed = parseState(text)
  return parsed.success && canonical(parsed.data) === text ? parsed.data : null
}

function parseState(text: string): ReturnType<typeof PartState.safeParse> {
  try {
    return PartState.safeParse(JSON.parse(text))
  } catch {
    return PartState.safeParse(undefined)
  }
}

const PartState = z
  .record(z.string(), z.record(z.string(), z.record(z.string(), z.json())))
  .refine((state) =>
    Object.entries(state).every(([entity, rows]) =>
      Object.values(rows).every((fields) => Object.keys(fields).every((field) => fieldOf(entity, field) !== undefined)),
    ),
  )
