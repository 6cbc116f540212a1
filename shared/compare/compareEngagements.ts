import { type Match, matchPapers } from '../prior/matchPapers.ts'
import {
  type ComparedFacts,
  type ComparedField,
  type ComparedKind,
  comparedKinds,
  type ComparedPaper,
  type ComparedRow,
} from './compared.ts'

/** Where a paper comes from in the prior engagement, by what is compared. */
export type OriginOfKind = (kind: ComparedKind, id: string) => string | undefined

/**
 * Two engagements against each other, paper by paper. Controls are matched by origin, else by reference; what belongs to a control
 * is matched within the pair of controls, by origin, else by its key.
 * @returns the rows by kind, in the order of this engagement, then what only the prior one has
 */
export function compareEngagements(mine: ComparedFacts, prior: ComparedFacts, originOf: OriginOfKind): ComparedRow[] {
  const controls = matchPapers(mine.controls, prior.controls, (id) => originOf('controls', id))
  const pairOf = new Map(
    controls.flatMap(({ id, priorId }) => (id === null || priorId === null ? [] : [[priorId, id]])),
  )
  const mineOf = (controlId: string | null) => (controlId === null ? null : (pairOf.get(controlId) ?? null))
  return comparedKinds.flatMap((kind) => {
    const before = prior[kind].map((paper) => withPair(kind, paper, mineOf(paper.controlId) ?? paper.controlId))
    const after = mine[kind].map((paper) => withPair(kind, paper, paper.controlId))
    const matches = kind === 'controls' ? controls : matchPapers(after, before, (id) => originOf(kind, id))
    return rowsOf(kind, matches, mine[kind], prior[kind], mineOf)
  })
}

/** A sample or a conclusion is the same one only where its control is. */
function withPair(
  kind: ComparedKind,
  { id, key }: ComparedPaper,
  controlId: string | null,
): { id: string; key: string } {
  return { id, key: kind === 'controls' || controlId === null ? key : `${controlId} ${key}` }
}

function rowsOf(
  kind: ComparedKind,
  matches: readonly Match[],
  mine: readonly ComparedPaper[],
  prior: readonly ComparedPaper[],
  mineOf: (controlId: string | null) => string | null,
): ComparedRow[] {
  const afters = new Map(mine.map((paper) => [paper.id, paper]))
  const befores = new Map(prior.map((paper) => [paper.id, paper]))
  return matches.flatMap(({ id, priorId }) => {
    const after = id === null ? undefined : afters.get(id)
    const before = priorId === null ? undefined : befores.get(priorId)
    const named = after ?? before
    if (named === undefined) return []
    const fields = differing(before, after)
    const change =
      before === undefined ? 'added' : after === undefined ? 'removed' : fields.length === 0 ? 'unchanged' : 'changed'
    return {
      id: `${kind}:${id ?? ''}:${priorId ?? ''}`,
      kind,
      change,
      ref: named.ref,
      title: named.title,
      controlId: after?.controlId ?? mineOf(before?.controlId ?? null),
      fields,
    }
  })
}

function differing(before: ComparedPaper | undefined, after: ComparedPaper | undefined): ComparedField[] {
  const names = [...new Set([...Object.keys(after?.fields ?? {}), ...Object.keys(before?.fields ?? {})])]
  return names
    .map((field) => ({ field, before: before?.fields[field] ?? null, after: after?.fields[field] ?? null }))
    .filter((one) => one.before !== one.after)
}
