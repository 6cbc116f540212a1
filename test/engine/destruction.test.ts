import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evidenceFolder } from '../../db/blobs/evidenceFolder.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { type CompleteFile, completeEngagement, openCompleteFile } from './completeFile.ts'
import { testPassphrase } from './openTestEngine.ts'
import { withOutsideTool } from './outsideTool.ts'

let file: CompleteFile

beforeEach(async () => {
  file = await openCompleteFile()
  await file.engine.call('engagement.lock', { engagementId: file.engagementId })
})
afterEach(() => file.engine.close())

/** There is one practitioner in the store, and only a partner destroys. */
async function becomePartner(): Promise<void> {
  const { engine } = file
  await engine.call('store.lock', {})
  await withOutsideTool(engine.storeFolder, (connection) => connection.exec(`UPDATE practitioner SET role = 'partner'`))
  await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
}

const certificate = () => join(file.engine.folder, 'certificate.txt') as FileRef
const destroy = () =>
  file.engine.call('engagement.destroy', {
    engagementId: file.engagementId,
    reason: 'Retention ended.',
    file: certificate(),
  })

describe('the destruction of a file', () => {
  it('is for a partner, and comes after the retention only', async () => {
    await expect(destroy()).rejects.toMatchObject({ code: 'engagement.partner_required' })
    await becomePartner()
    // Released on 2026-10-14, kept five years.
    file.engine.clock.set('2031-10-14T23:00:00Z')
    await expect(destroy()).rejects.toMatchObject({
      code: 'engagement.retention_running',
      details: { retentionEndsOn: '2031-10-14' },
    })
    await expect(readFile(certificate())).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is stopped by a legal hold until that is lifted', async () => {
    const { engine, engagementId } = file
    await becomePartner()
    engine.clock.set('2031-10-15T09:00:00Z')
    const { holdId } = await engine.call('engagement.placeHold', { engagementId, reason: 'A claim of 2030.' })
    await expect(destroy()).rejects.toMatchObject({ code: 'engagement.on_hold' })
    await engine.call('engagement.liftHold', { holdId, reason: 'Settled.' })
    await expect(destroy()).resolves.toMatchObject({ destroyed: 1, kept: 0 })
  })

  it('shreds the keys and removes the files, writes a certificate by hash, and leaves the journal whole', async () => {
    const { engine, engagementId, evidenceId } = file
    await becomePartner()
    engine.clock.set('2031-10-15T09:00:00Z')
    await expect(readdir(evidenceFolder(engine.storeFolder))).resolves.toHaveLength(1)
    await destroy()
    await expect(readdir(evidenceFolder(engine.storeFolder))).resolves.toEqual([])
    const text = await readFile(certificate(), 'utf8')
    // printf 'We assert.' | sha256sum
    expect(text).toMatch(/Files destroyed: 1, by SHA-256 of their content\n[0-9a-f]{64} {2}10 bytes/)
    expect(text).toContain('Engagement:      Meridian Ledger')
    const copy = join(engine.folder, 'copy.txt') as FileRef
    await expect(engine.call('evidence.save', { evidenceId, file: copy })).rejects.toMatchObject({
      code: 'blob.missing',
    })
    await expect(engine.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true })
    const { phase } = await engine.call('engagement.standing', { engagementId, today: '2031-10-15' })
    expect(phase).toBe('destroyed')
  })

  it('leaves no word of the files in the search, and every paper', async () => {
    const { engine, engagementId } = file
    await becomePartner()
    engine.clock.set('2031-10-15T09:00:00Z')
    await engine.call('search.update', {})
    const refs = async (text: string) =>
      (await engine.call('search.query', { text })).hits.map(({ entity, ref }) => `${entity} ${ref}`)
    const inFile = '"we assert"'
    await expect(refs(inFile)).resolves.toEqual(['evidence letter.txt', 'evidence letter.txt'])
    await destroy()
    await expect(refs(inFile)).resolves.toEqual([])
    await expect(refs('kind:evidence')).resolves.toEqual(['evidence letter.txt', 'evidence letter.txt'])
    await expect(engine.call('search.unsearched', { engagementId })).resolves.toMatchObject({
      total: 2,
      files: [
        { name: 'letter.txt', reason: 'missing' },
        { name: 'letter.txt', reason: 'missing' },
      ],
    })
    await engine.call('store.lock', {})
    const left = await withOutsideTool(engine.storeFolder, (connection) =>
      connection.prepare(`SELECT text FROM search_file_text WHERE text LIKE '%assert%'`).all(),
    )
    expect(left).toEqual([])
  })

  it('keeps what another engagement holds as well, and says so', async () => {
    const { engine } = file
    await becomePartner()
    const other = await completeEngagement(engine)
    engine.clock.set('2031-10-15T09:00:00Z')
    await expect(destroy()).resolves.toMatchObject({ destroyed: 0, kept: 1 })
    const copy = join(engine.folder, 'copy.txt') as FileRef
    await engine.call('evidence.save', { evidenceId: other.evidenceId, file: copy })
    await expect(readFile(copy, 'utf8')).resolves.toBe('We assert.')
    await expect(readFile(certificate(), 'utf8')).resolves.toContain('Files kept: 1, since another engagement')
  })
})
