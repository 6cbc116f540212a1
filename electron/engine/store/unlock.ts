import type { Unlock } from '../keyring/keyring.ts'

/** @returns what a caller opens a keyring with: the recovery code where one was given, else the passphrase */
export function unlockOf({
  passphrase,
  recoveryCode,
}: {
  passphrase?: string | undefined
  recoveryCode?: string | undefined
}): Unlock {
  return recoveryCode === undefined ? { passphrase: passphrase ?? '' } : { recoveryCode }
}
