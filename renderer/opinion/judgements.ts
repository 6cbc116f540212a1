import type { Judgement, OpinionPart } from '../../shared/contract/opinion.ts'

export type JudgementKind = Judgement['kind']

/** How heavy an effect was judged to be; `open` is not judged. Pervasive is always material. */
export type Weight = 'open' | 'immaterial' | 'material' | 'pervasive'

export const weightOptions: { value: Weight; label: string }[] = [
  { value: 'open', label: 'Not judged' },
  { value: 'immaterial', label: 'Not material' },
  { value: 'material', label: 'Material' },
  { value: 'pervasive', label: 'Material and pervasive' },
]

export const kindTitles: Record<JudgementKind, string> = {
  misstatement: 'Misstatement',
  scope_limitation: 'Limitation of scope',
}

const isOf = (part: OpinionPart, kind: JudgementKind) => (judgement: Judgement) =>
  judgement.part === part && judgement.kind === kind

export function weightOf(judgements: readonly Judgement[], part: OpinionPart, kind: JudgementKind): Weight {
  const judgement = judgements.find(isOf(part, kind))
  if (!judgement) return 'open'
  if (!judgement.material) return 'immaterial'
  return judgement.pervasive ? 'pervasive' : 'material'
}

/** @returns the judgements with this one in place of the earlier one of its part and kind */
export function judge(
  judgements: readonly Judgement[],
  part: OpinionPart,
  kind: JudgementKind,
  weight: Weight,
): Judgement[] {
  const matches = isOf(part, kind)
  const others = judgements.filter((judgement) => !matches(judgement))
  if (weight === 'open') return others
  return others.concat({ part, kind, material: weight !== 'immaterial', pervasive: weight === 'pervasive' })
}

/** Whether two sets say the same, in whatever order. */
export function sameJudgements(one: readonly Judgement[], other: readonly Judgement[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ part, kind }) => weightOf(one, part, kind) === weightOf(other, part, kind))
  )
}
