import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isBuilt, sourceFolders, sourceSingles } from '../../../electron/dev/isBuilt.ts'

const [before, built, after] = [1_700_000_000, 1_700_000_100, 1_700_000_200]
let project: string
const path = (name: string) => join(project, name)
const setTime = (name: string, seconds: number) => utimes(path(name), seconds, seconds)

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'tickmark-built-'))
  for (const name of sourceFolders) await mkdir(path(`${name}/inner`), { recursive: true })
  for (const name of ['shared/inner/rule.ts', ...sourceSingles]) await writeFile(path(name), '')
  const names = ['shared/inner/rule.ts', ...sourceSingles, ...sourceFolders.flatMap((name) => [`${name}/inner`, name])]
  for (const name of names) await setTime(name, before)
})
afterEach(() => rm(project, { recursive: true, force: true }))

async function build(): Promise<void> {
  await mkdir(path('dist'))
  await writeFile(path('dist/built-from.txt'), 'hash')
  await setTime('dist/built-from.txt', built)
}

describe('a build of the program', () => {
  it('counts while nothing that it was made from was written since', async () => {
    await build()
    expect(isBuilt(project)).toBe(true)
  })

  it('does not count where there is none', () => {
    expect(isBuilt(project)).toBe(false)
  })

  it.each(['shared/inner/rule.ts', 'package-lock.json'])('does not count once %s was written', async (name) => {
    await build()
    await setTime(name, after)
    expect(isBuilt(project)).toBe(false)
  })

  it('does not count once a source was taken away', async () => {
    await build()
    await rm(path('shared/inner/rule.ts'))
    expect(isBuilt(project)).toBe(false)
  })
})
