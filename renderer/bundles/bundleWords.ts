import type { BundleVerdict } from '../../shared/contract/bundle.ts'
import type { SignerStanding, SignerStatus } from '../../shared/contract/signer.ts'

/** How far a signer is believed, in a word or two. */
export const signerWords: Record<SignerStatus, string> = {
  own: 'a person of this store',
  known: 'known',
  expired: 'expired',
  not_yet_valid: 'not valid yet',
  other_key: 'another key than known',
  unknown: 'unknown',
}

/** @returns what has to be thought of a signature, in a sentence */
export function signerSentence(
  { status, principal, validAfter, validBefore }: SignerStanding,
  exporter: string,
): string {
  switch (status) {
    case 'own':
      return `Signed by ${principal ?? exporter}, a person of this store.`
    case 'known':
      return `Signed by ${principal ?? exporter}, whose key this store knows.`
    case 'expired':
      return `Signed with a key of ${principal ?? exporter} that ended on ${validBefore?.slice(0, 10) ?? ''}.`
    case 'not_yet_valid':
      return `Signed with a key of ${principal ?? exporter} that begins on ${validAfter?.slice(0, 10) ?? ''}.`
    case 'other_key':
      return `It says that ${exporter} made it, but it is not the key that this store knows of ${exporter}.`
    case 'unknown':
      return `It says that ${exporter} made it; this store does not know the key. A name proves nothing.`
  }
}

export const checkWords: Record<BundleVerdict['checks'][number]['check'], string> = {
  signature: 'Signature',
  hashes: 'Hashes',
  journal: 'Journal',
  state: 'State',
  evidence: 'Evidence',
  'sign-offs': 'Sign-offs',
  lock: 'Lock',
  omissions: 'Omissions',
}

/** @returns a count with its noun: `1 entry`, `2 entries` */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
