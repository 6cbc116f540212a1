import { stat } from 'node:fs/promises'

/** @returns bytes of a file as it stands; 0 where it cannot be looked at, since what is wrong with it shows when it is opened */
export async function fileSize(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}
