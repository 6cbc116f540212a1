import { useState } from 'react'
import type { BundleVerdict } from '../../../shared/contract/bundle.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { GrantedFile } from '../../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { fileRef } from '../../engine/shell.ts'
import { ownKey, type UnlockChoice, unlockParams } from './UnlockFields.tsx'

/** The way of a received bundle into the store: chosen, opened and verified, its signer confirmed, imported. */
export function useBundleReading(first: GrantedFile | null) {
  const inspect = useEngineCommand('bundle.inspect', { quiet: true })
  const take = useEngineCommand('bundle.import', { quiet: true })
  const [file, setFile] = useState(first)
  const [unlock, setUnlock] = useState<UnlockChoice>(ownKey)
  const [verdict, setVerdict] = useState<BundleVerdict | null>(null)
  const [confirmed, setConfirmed] = useState(false)
  const [taken, setTaken] = useState<ResultOf<'bundle.import'> | null>(null)
  const way = unlockParams(unlock)
  const forget = () => {
    setVerdict(null)
    setConfirmed(false)
  }
  const verify = async () => {
    forget()
    if (file === null || way === null) return
    await inspect.run({ file: fileRef(file.token), ...way }).then(setVerdict, () => undefined)
  }
  const importIt = async () => {
    if (file === null || way === null || verdict === null) return
    const signer = confirmed ? { confirmedSigner: verdict.signer.fingerprint } : {}
    await take.run({ file: fileRef(file.token), ...way, ...signer }).then(setTaken, () => undefined)
  }
  return {
    file,
    choose: (chosen: GrantedFile) => {
      forget()
      setFile(chosen)
    },
    unlock,
    setUnlock: (choice: UnlockChoice) => {
      forget()
      setUnlock(choice)
    },
    verdict,
    confirmed,
    setConfirmed,
    taken,
    verify,
    importIt,
    canVerify: file !== null && way !== null,
    canImport: verdict !== null && isImportable(verdict) && (verdict.confirmation !== 'before' || confirmed),
    isVerifying: inspect.pending,
    isImporting: take.pending,
    error: take.error ?? (verdict === null ? inspect.error : null),
  }
}

/** Whether a bundle can be merged at all: it is valid, whole, and the engine found nothing against it. */
export function isImportable({ valid, merge }: BundleVerdict): boolean {
  return valid && merge !== null && merge.refusal === null
}
