import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A store as it was when it had just been created, kept in memory, and what opens it without a passphrase. */
type ReadyStore = { recoveryCode: string; files: { name: string; bytes: Buffer; mode: number }[] }

const kept = new Map<string, ReadyStore[]>()
const inUse = new Set<ReadyStore>()
const folders = new Set<string>()

/**
 * Puts a store that nobody has worked in into a folder. To create one, with a passphrase and every table, costs more than most tests
 * do in it, so that it is created once and copied for the tests after; what was copied is given again once every folder is given back:
 * no two stores of one test are the same.
 * @param people who is in it
 * @param create makes the store in the folder where no copy is left, @returns its recovery code
 */
export async function putReadyStore(folder: string, people: string, create: () => Promise<string>): Promise<string> {
  folders.add(folder)
  const ready = kept.get(people)?.find((store) => !inUse.has(store))
  if (ready === undefined) return keepNew(folder, people, await create())
  inUse.add(ready)
  await mkdir(folder, { mode: 0o700 })
  for (const file of ready.files) await writeFile(join(folder, file.name), file.bytes, { mode: file.mode })
  return ready.recoveryCode
}

/** Gives a folder back: the engine that had it open is closed. */
export function giveBack(folder: string): void {
  folders.delete(folder)
  if (folders.size === 0) inUse.clear()
}

async function keepNew(folder: string, people: string, recoveryCode: string): Promise<string> {
  const files = await Promise.all((await readdir(folder)).map((file) => keepFile(folder, file)))
  const store = { recoveryCode, files }
  inUse.add(store)
  kept.set(people, [...(kept.get(people) ?? []), store])
  return recoveryCode
}

async function keepFile(folder: string, name: string) {
  const path = join(folder, name)
  return { name, bytes: await readFile(path), mode: (await stat(path)).mode }
}
