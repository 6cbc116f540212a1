/** When a bundle says that it was made, and now: a key has to be valid at both, since whoever holds an ended key can set a clock back. */
export type Instants = { created: number; now: number }

/**
 * Whether a signer's key counts at both instants, by the bounds of its line in `allowed_signers`: `valid-after` is the first
 * instant at which it does, `valid-before` the first at which it does no longer (ssh-keygen(1), ALLOWED SIGNERS).
 */
export function validity(
  { validAfter, validBefore }: { validAfter: string | null; validBefore: string | null },
  { created, now }: Instants,
): 'valid' | 'expired' | 'not_yet_valid' {
  if (validAfter !== null && Math.min(created, now) < Date.parse(validAfter)) return 'not_yet_valid'
  if (validBefore !== null && Math.max(created, now) >= Date.parse(validBefore)) return 'expired'
  return 'valid'
}
