import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '../electron/dev/projectFolder.ts'

/**
 * `npm run fuzz`: the property tests of `npm test`, round after round, each from a new seed, until the minutes are over
 * (`TICKMARK_FUZZ_MINUTES`, 10 unless set) or a test fails. `TICKMARK_SEED` repeats the one round of that seed.
 */
async function fuzz(): Promise<boolean> {
  const files = await filesWithProperties()
  const given = process.env['TICKMARK_SEED']
  // The round of a given seed would be the same again.
  const minutes = given === undefined ? Number(process.env['TICKMARK_FUZZ_MINUTES'] ?? 10) : 0
  const endsAt = performance.now() + minutes * 60_000
  let rounds = 0
  do {
    const seed = given ?? String(randomInt(2 ** 31))
    rounds += 1
    console.log(`\nround ${rounds}, seed ${seed}, ${files.length} files`)
    if (!passes(files, seed)) {
      console.log(`Failed. To repeat it: TICKMARK_SEED=${seed} npm run fuzz`)
      return false
    }
  } while (performance.now() < endsAt)
  console.log(`${rounds} rounds passed`)
  return true
}

/** @returns the test files that use fast-check */
async function filesWithProperties(): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob('test/{unit,engine}/**/*.test.{ts,tsx}', { cwd: projectFolder })) {
    if ((await readFile(join(projectFolder, file), 'utf8')).includes(`from 'fast-check'`)) found.push(file)
  }
  return found.toSorted()
}

function passes(files: readonly string[], seed: string): boolean {
  const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs')
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--reporter=dot', ...files], {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, TICKMARK_SEED: seed },
  })
  return status === 0
}

process.exitCode = (await fuzz()) ? 0 : 1
