import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine } from './openTestEngine.ts'

/** An engine with the Type 2 engagement of the demo files, 2025-10-01 to 2026-09-30. */
export type DemoEngine = TestEngine & {
  engagementId: string
  /** Writes a file into the engine's folder. */
  file: (content: string | Uint8Array, name?: string) => Promise<FileRef>
}

export async function openDemoEngine(scope: Partial<ParamsOf<'engagement.create'>> = {}): Promise<DemoEngine> {
  const engine = await openTestEngine()
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security', 'availability', 'confidentiality', 'processing_integrity', 'privacy'],
    ...scope,
  })
  const file = async (content: string | Uint8Array, name = 'list.csv') => {
    await writeFile(join(engine.folder, name), content)
    return join(engine.folder, name) as FileRef
  }
  return Object.assign(engine, { engagementId, file })
}

/** @returns a file of the demo engagement */
export function demoFile(name: string): FileRef {
  return fileURLToPath(new URL(`../../resources/demo/${name}`, import.meta.url)) as FileRef
}
