export const typeWords = { manual: 'manual', automated: 'automated', it_dependent: 'IT-dependent' } as const
export const natureWords = { preventive: 'preventive', detective: 'detective', corrective: 'corrective' } as const

/** @returns the words as the choices of a select */
export function choicesOf<T extends string>(words: Record<T, string>): { value: T; label: string }[] {
  return (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }))
}
