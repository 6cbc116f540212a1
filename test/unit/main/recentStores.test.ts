import fc from 'fast-check'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RecentStores } from '../../../electron/main/recentStores.ts'
import { SettingsFile } from '../../../electron/main/settingsFile.ts'

describe('the recent stores', () => {
  let folder: string
  let stores: RecentStores

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tickmark-recent-'))
    stores = new RecentStores(new SettingsFile(join(folder, 'recent-stores.json')))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('are none on the first start', async () => {
    expect(await stores.folders()).toEqual([])
  })

  it('come with the latest first, each once', async () => {
    for (const name of ['/a', '/b', '/a']) await stores.remember(name)
    expect(await stores.folders()).toEqual(['/a', '/b'])
  })

  it('are ten at most', async () => {
    for (let number = 1; number <= 12; number += 1) await stores.remember(`/${number}`)
    expect(await stores.folders()).toEqual(['/12', '/11', '/10', '/9', '/8', '/7', '/6', '/5', '/4', '/3'])
  })

  it('can be forgotten', async () => {
    await stores.remember('/a')
    await stores.forget('/a')
    expect(await stores.folders()).toEqual([])
  })

  it('are none when the file is broken, and can be remembered again', async () => {
    await writeFile(join(folder, 'recent-stores.json'), '{"half": ')
    expect(await stores.folders()).toEqual([])
    await stores.remember('/a')
    expect(await stores.folders()).toEqual(['/a'])
  })

  it('are texts and ten at most, whatever a file of settings holds', async () => {
    const contents = fc.oneof(
      fc.json(),
      fc.string(),
      fc.array(fc.jsonValue({ maxDepth: 1 })).map((list) => JSON.stringify(list)),
    )
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        await writeFile(join(folder, 'recent-stores.json'), content)
        const folders = await stores.folders()
        expect(folders.length <= 10 && folders.every((each) => typeof each === 'string')).toBe(true)
      }),
    )
  })

  it('are readable by their owner only, and leave no other file', async () => {
    await stores.remember('/a')
    expect((await stat(join(folder, 'recent-stores.json'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['recent-stores.json'])
  })
})
