import { copyFile, mkdir, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evidenceFolder } from '../../db/blobs/evidenceFolder.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { auditor, bundleFor, control, engagementOf } from './auditors.ts'
import { introduce, sync, teamOf } from './exchangeTeam.ts'
import type { TestEngine } from './openTestEngine.ts'

const titleOf = async (engine: TestEngine, controlId: string) => (await engine.call('control.get', { controlId })).title

const retitle = (engine: TestEngine, engagementId: string, controlId: string, title: string) =>
  engine.call('control.save', { engagementId, controlId, ...control, title })

describe('a team that meets in a folder', () => {
  it('gives each other entries and evidence, and leaves nothing twice', async () => {
    const { engines, folder, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann, ben] = engines as [TestEngine, TestEngine]
    const file = join(ann.folder, 'approval.txt') as FileRef
    await writeFile(file, 'approved by Q. Wolf')
    const { evidenceId } = await ann.call('evidence.attach', { target: { entity: 'control', id: controlId }, file })
    await expect(sync(ann, engagementId)).resolves.toMatchObject({
      added: 0,
      sent: 3,
      left: { entries: 3, evidence: 1 },
      taken: [],
      refused: [],
    })
    await expect(ann.call('exchange.status', { engagementId })).resolves.toMatchObject({
      folder: { path: folder, setBy: 'Ann Lee' },
      readers: [{ name: 'Ben Roth' }],
      unsent: 0,
      last: { sent: 3 },
    })
    await expect(sync(ben, engagementId)).resolves.toMatchObject({
      added: 1,
      taken: [{ from: 'Ann Lee', added: 1, evidence: 1 }],
      left: null,
      missingFiles: 0,
    })
    const copy = join(ben.folder, 'copy.txt') as FileRef
    await ben.call('evidence.save', { evidenceId, file: copy })
    expect(await readFile(copy, 'utf8')).toBe('approved by Q. Wolf')
    for (const engine of engines) {
      await expect(sync(engine, engagementId)).resolves.toMatchObject({ added: 0, sent: 0, taken: [], left: null })
      await expect(engine.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true })
    }
    const names = await readdir(folder)
    expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{12}-[0-9a-f]{12}-000001-[0-9a-f]{12}\.tickmark$/)])
    await expect(ben.call('bundle.received', { engagementId })).resolves.toMatchObject({
      received: expect.arrayContaining([expect.objectContaining({ way: 'exchange', exporter: 'Ann Lee' })]),
    })
  })

  it('shows a conflict to both and carries the decision back', async () => {
    const { engines, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann, ben] = engines as [TestEngine, TestEngine]
    await retitle(ann, engagementId, controlId, 'Approval by two people')
    await retitle(ben, engagementId, controlId, 'Approval by the owner')
    await sync(ann, engagementId)
    await expect(sync(ben, engagementId)).resolves.toMatchObject({ added: 1, conflicts: 1, sent: 1 })
    await expect(sync(ann, engagementId)).resolves.toMatchObject({ added: 1, conflicts: 1 })
    const [conflict] = (await ben.call('conflict.list', { engagementId })).conflicts
    await ben.call('conflict.resolve', { conflictId: conflict?.conflictId ?? '', value: 'Approval by two owners' })
    await sync(ben, engagementId)
    await expect(sync(ann, engagementId)).resolves.toMatchObject({ added: 1, conflicts: 0, toSettle: 0 })
    expect(await titleOf(ann, controlId)).toBe('Approval by two owners')
  })

  it('carries the work of somebody whom a colleague never meets', async () => {
    const { engines, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann, ben] = engines as [TestEngine, TestEngine]
    const cat = await auditor('Cat Voss')
    await cat.call('bundle.import', { file: await bundleFor(cat, ann, engagementId) })
    await retitle(cat, engagementId, controlId, 'Approval of changes')
    await ann.call('bundle.import', {
      file: await bundleFor(ann, cat, engagementId),
      confirmedSigner: (await cat.call('colleague.ownCard', {})).fingerprint,
    })
    await sync(ann, engagementId)
    await expect(sync(ben, engagementId)).resolves.toMatchObject({ added: 1 })
    expect(await titleOf(ben, controlId)).toBe('Approval of changes')
  })

  it('leaves everything again for a colleague who joins, and for a folder that was emptied', async () => {
    const { engines, folder, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann, ben] = engines as [TestEngine, TestEngine]
    await retitle(ann, engagementId, controlId, 'Approval of changes')
    await sync(ann, engagementId)
    const cat = await auditor('Cat Voss')
    await introduce(cat, ann)
    await introduce(ann, cat)
    await cat.call('bundle.import', { file: await bundleFor(cat, ann, engagementId) })
    await cat.call('exchange.setFolder', { engagementId, folder })
    await expect(ann.call('exchange.status', { engagementId })).resolves.toMatchObject({ unsent: 3 })
    await expect(sync(ann, engagementId)).resolves.toMatchObject({ sent: 3 })
    await expect(sync(cat, engagementId)).resolves.toMatchObject({
      taken: [{ added: 0 }],
      forOthers: 1,
      refused: [],
      sent: 0,
    })
    for (const name of await readdir(folder)) await rm(join(folder, name))
    await expect(sync(ann, engagementId)).resolves.toMatchObject({ sent: 3 })
    await expect(sync(ben, engagementId)).resolves.toMatchObject({ added: 1 })
  })

  it('waits for a file that arrives late, cut, or before the one that it rests on', async () => {
    const { engines, folder, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann, ben] = engines as [TestEngine, TestEngine]
    const files: string[] = []
    for (const title of ['One', 'Two', 'Three']) {
      await retitle(ann, engagementId, controlId, title)
      files.push(join(folder, (await sync(ann, engagementId)).left?.file ?? ''))
    }
    const [first = '', second = '', third = ''] = files
    const aside = join(ann.folder, 'aside')
    await copyFile(second, `${aside}-2`)
    await rename(first, `${aside}-1`)
    await truncate(second, 900)
    await expect(sync(ben, engagementId)).resolves.toMatchObject({
      added: 0,
      taken: [],
      refused: [{ code: 'bundle.damaged' }],
      waiting: [{ file: expect.stringContaining('000003'), code: 'bundle.earlier_missing' }],
    })
    await writeFile(second, '')
    await rename(`${aside}-1`, first)
    await expect(sync(ben, engagementId)).resolves.toMatchObject({
      added: 1,
      waiting: [{ code: 'bundle.incomplete' }, { code: 'bundle.earlier_missing' }],
    })
    await copyFile(`${aside}-2`, second)
    await copyFile(third, third.replace('.tickmark', ' (1).tickmark'))
    await expect(sync(ben, engagementId)).resolves.toMatchObject({ added: 2, waiting: [], refused: [] })
    await expect(sync(ben, engagementId)).resolves.toMatchObject({ taken: [], waiting: [], refused: [] })
    expect(await titleOf(ben, controlId)).toBe('Three')
  })

  it('takes two chains that rest on each other, whatever the names of their files', async () => {
    const { engines, folder, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth', 'Cat Voss')
    const [ann, ben, cat] = engines as [TestEngine, TestEngine, TestEngine]
    for (let round = 0; round < 3; round += 1) {
      for (const engine of [ann, ben]) {
        await sync(engine, engagementId)
        await retitle(engine, engagementId, controlId, `Title ${round} of ${engine === ann ? 'Ann' : 'Ben'}`)
        await sync(engine, engagementId)
      }
    }
    await expect(sync(cat, engagementId)).resolves.toMatchObject({ added: 6, conflicts: 0, waiting: [], refused: [] })
    expect(await titleOf(cat, controlId)).toBe('Title 2 of Ben')
    expect((await readdir(folder)).length).toBeGreaterThan(5)
  })

  it('refuses what nobody of the team signed, another engagement and what is no file, and takes the rest', async () => {
    const { engines, folder, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann, ben] = engines as [TestEngine, TestEngine]
    const eve = await auditor('Ann Lee')
    await eve.call('bundle.import', { file: await bundleFor(eve, ann, engagementId) })
    await introduce(ben, eve)
    await retitle(eve, engagementId, controlId, 'Nothing is approved')
    await eve.call('exchange.setFolder', { engagementId, folder })
    const { left: hostile } = await sync(eve, engagementId)
    const prefix = (hostile?.file ?? '').slice(0, 13)
    const other = await engagementOf(ann)
    await copyFile(await bundleFor(ben, ann, other.engagementId), join(folder, `${prefix}other.tickmark`))
    await symlink('/etc/passwd', join(folder, `${prefix}link.tickmark`))
    await mkdir(join(folder, `${prefix}folder.tickmark`))
    await writeFile(join(folder, `${prefix}text.tickmark`), 'age-encryption.org/v1\nnothing')
    await writeFile(join(folder, 'holiday.jpg'), 'x')
    await retitle(ann, engagementId, controlId, 'Approval of changes')
    await sync(ann, engagementId)
    const found = await sync(ben, engagementId)
    expect(found).toMatchObject({ added: 1, foreign: 1, taken: [{ from: 'Ann Lee' }] })
    const codes = new Map(found.refused.map(({ file, code }) => [file.slice(13), code]))
    expect(codes).toEqual(
      new Map([
        [(hostile?.file ?? '').slice(13), 'bundle.unknown_signer'],
        ['other.tickmark', 'exchange.other_engagement'],
        ['link.tickmark', 'file.not_regular'],
        ['folder.tickmark', 'file.not_regular'],
      ]),
    )
    expect(found.waiting).toMatchObject([{ code: 'bundle.incomplete' }])
    expect(await titleOf(ben, controlId)).toBe('Approval of changes')
  })

  it('tells a folder that is gone, a team of nobody, and a stranger from the answer', async () => {
    const { engines, folder, engagementId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann] = engines as [TestEngine]
    await rm(folder, { recursive: true })
    await expect(sync(ann, engagementId)).rejects.toMatchObject({
      code: 'exchange.folder_unreadable',
      details: { reason: 'ENOENT' },
    })
    await expect(ann.call('exchange.setFolder', { engagementId, folder })).rejects.toMatchObject({
      code: 'exchange.folder_unreadable',
    })
    await mkdir(folder)
    const [ben] = (await ann.call('colleague.list', {})).colleagues
    const { colleagueId = '', name = '', recipient = '' } = ben ?? {}
    await ann.call('colleague.save', { colleagueId, name, recipient, compared: false })
    await expect(sync(ann, engagementId)).rejects.toMatchObject({ code: 'exchange.no_colleagues' })
    const chosen = { engagementId, folder, colleagueIds: [colleagueId] }
    await expect(ann.call('exchange.setFolder', chosen)).rejects.toMatchObject({ code: 'exchange.not_compared' })
    await ann.call('exchange.forgetFolder', { engagementId })
    await expect(sync(ann, engagementId)).rejects.toMatchObject({ code: 'exchange.no_folder' })
    await expect(ann.call('exchange.status', { engagementId })).resolves.toMatchObject({ folder: null, last: null })
  })

  it('leaves no half file when it is cancelled, and clears up what a crash left', async () => {
    const { engines, folder, engagementId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann, ben] = engines as [TestEngine, TestEngine]
    const file = join(ann.folder, 'log.bin') as FileRef
    await writeFile(file, Buffer.alloc(4 * 1024 * 1024, 1))
    await ann.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file })
    const running = sync(ann, engagementId)
    await expect(sync(ann, engagementId)).rejects.toMatchObject({ code: 'exchange.running' })
    const [job] = (await ann.call('job.list', {})).jobs
    await ann.call('job.cancel', { jobId: job?.jobId ?? '' })
    await expect(running).rejects.toMatchObject({ code: 'call.cancelled' })
    expect(await readdir(folder)).toEqual([])
    const { left } = await sync(ann, engagementId)
    const stale = join(folder, (left?.file ?? '').replace(/-[0-9a-f]+\.tickmark$/, '-000000000000.tickmark.part'))
    await writeFile(stale, 'half')
    await sync(ann, engagementId)
    expect(await readdir(folder)).toEqual([left?.file])
    const taking = sync(ben, engagementId)
    const [reading] = (await ben.call('job.list', {})).jobs
    await ben.call('job.cancel', { jobId: reading?.jobId ?? '' })
    await expect(taking).rejects.toMatchObject({ code: 'call.cancelled' })
    expect(await readdir(evidenceFolder(ben.storeFolder)).catch(() => [])).toEqual([])
    await expect(sync(ben, engagementId)).resolves.toMatchObject({ added: 1, missingFiles: 0 })
  })

  it('writes files that are verified without a store, and that an import takes as well', async () => {
    const { engines, folder, engagementId, controlId } = await teamOf('Ann Lee', 'Ben Roth')
    const [ann, ben] = engines as [TestEngine, TestEngine]
    await sync(ann, engagementId)
    const files: FileRef[] = []
    for (const title of ['One', 'Two']) {
      await retitle(ann, engagementId, controlId, title)
      files.push(join(folder, (await sync(ann, engagementId)).left?.file ?? '') as FileRef)
    }
    const [first = '' as FileRef, second = '' as FileRef] = files
    await expect(ben.call('bundle.inspect', { file: second })).resolves.toMatchObject({
      valid: true,
      entries: 1,
      signer: { status: 'known' },
      merge: { refusal: { code: 'bundle.earlier_missing' } },
    })
    await expect(ben.call('bundle.import', { file: second })).rejects.toMatchObject({ code: 'bundle.earlier_missing' })
    await expect(ben.call('bundle.import', { file: first })).resolves.toMatchObject({ added: 1 })
    await expect(ben.call('bundle.import', { file: second })).resolves.toMatchObject({ added: 1 })
    expect(await titleOf(ben, controlId)).toBe('Two')
  })
})
