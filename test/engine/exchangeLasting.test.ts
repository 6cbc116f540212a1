import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { auditor, control } from './auditors.ts'
import { introduce, sync, teamOf } from './exchangeTeam.ts'
import type { TestEngine } from './openTestEngine.ts'

const titleOf = async (engine: TestEngine, controlId: string) => (await engine.call('control.get', { controlId })).title

const retitle = (engine: TestEngine, engagementId: string, controlId: string, title: string) =>
  engine.call('control.save', { engagementId, controlId, ...control, title })

describe('a folder in which a team meets for long', () => {
  it('is joined by the folder alone: whose keys are known opens the file that was left for them, and exchanges', async () => {
    const { engines, folder, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann, ben] = engines as [TestEngine, TestEngine]
    await retitle(ann, engagementId, controlId, 'Approval of changes')
    await sync(ann, engagementId)
    const cat = await auditor('Cat Voss')
    for (const engine of engines) await introduce(cat, engine)
    await introduce(ann, cat)
    const early = join(folder, (await readdir(folder))[0] ?? '') as FileRef
    await expect(cat.call('bundle.import', { file: early })).rejects.toMatchObject({ code: 'bundle.not_for_you' })
    const { left } = await sync(ann, engagementId)
    const file = join(folder, left?.file ?? '') as FileRef
    await expect(cat.call('bundle.import', { file })).resolves.toMatchObject({
      engagementId,
      isNewEngagement: true,
      added: 3,
      signer: { status: 'known' },
    })
    await cat.call('exchange.setFolder', { engagementId, folder })
    await retitle(cat, engagementId, controlId, 'Approval of every change')
    await introduce(ben, cat)
    await sync(cat, engagementId)
    await expect(sync(ben, engagementId)).resolves.toMatchObject({ refused: [], toSettle: 0 })
    expect(await titleOf(ben, controlId)).toBe('Approval of every change')
  }, 60_000)

  it('carries many small files on in one, drops them a day later, and loses nobody who comes late', async () => {
    const { engines, folder, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann, ben] = engines as [TestEngine, TestEngine]
    await sync(ann, engagementId)
    await sync(ben, engagementId)
    for (let number = 2; number <= 16; number += 1) {
      await retitle(ann, engagementId, controlId, `Title ${number}`)
      await expect(sync(ann, engagementId)).resolves.toMatchObject({ left: { entries: 1 } })
    }
    await retitle(ann, engagementId, controlId, 'Title 17')
    await expect(sync(ann, engagementId)).resolves.toMatchObject({ left: { entries: 18 } })
    expect(await readdir(folder)).toHaveLength(17)
    ann.clock.set('2026-10-22T09:00:00Z')
    await expect(sync(ann, engagementId)).resolves.toMatchObject({ left: null })
    expect(await readdir(folder)).toEqual([expect.stringContaining('-000017-')])
    await expect(sync(ben, engagementId)).resolves.toMatchObject({ added: 16, refused: [], waiting: [] })
    expect(await titleOf(ben, controlId)).toBe('Title 17')
    await expect(sync(ann, engagementId)).resolves.toMatchObject({ left: null, refused: [] })
  }, 60_000)
})
