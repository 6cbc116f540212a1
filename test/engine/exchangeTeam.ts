import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { auditor, engagementOf, handOver } from './auditors.ts'
import type { TestEngine } from './openTestEngine.ts'

export type Team = { engines: TestEngine[]; folder: FileRef; engagementId: string; controlId: string }

/** @returns auditors who know each other's keys, hold one engagement, and meet in a folder */
export async function teamOf(...names: string[]): Promise<Team> {
  const engines: TestEngine[] = []
  for (const name of names) engines.push(await auditor(name))
  const [first, ...others] = engines
  if (first === undefined) throw new TypeError('A team has people')
  const { engagementId, controlId } = await engagementOf(first)
  for (const other of others) await handOver(first, other, engagementId)
  for (const one of engines) for (const other of engines) if (one !== other) await introduce(other, one)
  const folder = join(first.folder, 'meeting-point') as FileRef
  await mkdir(folder)
  for (const engine of engines) await engine.call('exchange.setFolder', { engagementId, folder })
  return { engines, folder, engagementId, controlId }
}

/** One auditor gives another the own keys, and they compare the words. */
export async function introduce(who: TestEngine, to: TestEngine): Promise<void> {
  const { name, recipient, publicKey } = await who.call('colleague.ownCard', {})
  await to.call('colleague.save', { name, recipient, publicKey, compared: true })
}

export async function sync(engine: TestEngine, engagementId: string): Promise<ResultOf<'exchange.sync'>> {
  return engine.call('exchange.sync', { engagementId })
}
