import { useState } from 'react'
import type { IndexColumns, PackageFinding } from '../../../shared/contract/package.ts'
import type { GrantedFile } from '../../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { fileRef } from '../../engine/shell.ts'

/** How the index of a package is read; what is not given is guessed. */
type Reading = { index?: string; columns?: IndexColumns }

/** The way of a received package: chosen, looked into, its index read otherwise where the guess was wrong, taken. */
export function usePackage(engagementId: string) {
  const inspect = useEngineCommand('package.inspect', { quiet: true })
  const take = useEngineCommand('package.import', { quiet: true })
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [reading, setReading] = useState<Reading>({})
  const [found, setFound] = useState<PackageFinding | null>(null)
  const look = async (from: GrantedFile, how: Reading) => {
    setFile(from)
    setReading(how)
    await inspect.run({ engagementId, file: fileRef(from.token), ...how }).then(setFound, () => undefined)
  }
  return {
    file,
    found,
    choose: (from: GrantedFile) => {
      setFound(null)
      void look(from, {})
    },
    readAgain: (how: Reading) => (file === null ? undefined : void look(file, how)),
    takeIt: async (facts: { receivedFrom: string; receivedOn: string }): Promise<number | null> => {
      if (file === null || found === null) return null
      const { sha256 } = found
      return take
        .run({ engagementId, file: fileRef(file.token), ...reading, sha256, ...facts })
        .then(({ imported }) => imported)
        .catch(() => null)
    },
    isLooking: inspect.pending,
    isTaking: take.pending,
    error: take.error ?? inspect.error,
  }
}
