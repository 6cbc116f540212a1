import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Tally, tallyTable } from './tallyTable.ts'

let file: string | undefined

/** Before anything is harmed: a file to count in. */
export async function setup({ provide }: Pick<TestProject, 'provide'>): Promise<void> {
  file = join(await mkdtemp(join(tmpdir(), 'tickmark-faults-')), 'tallies.jsonl')
  await writeFile(file, '')
  provide('faultTallies', file)
}

/** At the end: how often which fault struck, and what was lost. */
export async function teardown(): Promise<void> {
  if (file === undefined) return
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1)
  console.log(`\n${tallyTable(lines.map((line) => JSON.parse(line) as Tally))}\n`)
  await rm(join(file, '..'), { recursive: true })
}
