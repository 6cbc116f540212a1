import { validity } from '../../../shared/bundle/keyValidity.ts'
import type { Signer } from '../../../shared/contract/signer.ts'

/** Where a key is known from. */
export const originWords: Record<Signer['origin'], string> = {
  file: 'allowed_signers',
  card: 'file of the colleague',
  words: 'words compared by voice',
}

const badges = {
  valid: { children: 'valid', color: 'gray' },
  expired: { children: 'expired', color: 'red' },
  not_yet_valid: { children: 'not valid yet', color: 'red' },
} as const

/** @returns how a key stands today, as its badge shows it */
export function validityBadge(signer: Signer): (typeof badges)[keyof typeof badges] {
  const now = Date.now()
  return badges[validity(signer, { created: now, now })]
}

/** @returns from when to when a key is valid; empty without bounds */
export function validityWords({ validAfter, validBefore }: Signer): string {
  const from = validAfter === null ? '' : `from ${validAfter.slice(0, 10)}`
  const to = validBefore === null ? '' : `until ${validBefore.slice(0, 10)}`
  return `${from} ${to}`.trim()
}
