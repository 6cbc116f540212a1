import { copyFile, cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../db/sqlite.ts'
import { sha256Hex, storeFileName } from '../../db/store.ts'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { tick } from '../../shared/journal/clock.ts'
import { type EntryBody, sealEntry } from '../../shared/journal/entry.ts'
import { attackStore, rewriteChain, withField } from './attackStore.ts'
import { type CompleteFile, openCompleteFile } from './completeFile.ts'
import { at } from './fieldwork.ts'
import { testPassphrase } from './openTestEngine.ts'
import { withOutsideTool } from './outsideTool.ts'

let file: CompleteFile

beforeEach(async () => {
  file = await openCompleteFile()
})
afterEach(() => file.engine.close())

const attack = (work: (connection: Connection) => unknown) => attackStore(file, work)
const verdict = () => file.engine.call('journal.verify', { engagementId: file.engagementId })
const sql = (text: string) => (connection: Connection) => connection.exec(text)
const dropTriggers = `DROP TRIGGER lock_is_not_removed; DROP TRIGGER locked_file_takes_no_entry;`
const positionOf = (seq: number) =>
  `(SELECT position FROM journal_entry WHERE seq = ${seq} AND engagement_id = (SELECT id FROM engagement))`

const makeRoomAt5 = `UPDATE journal_entry SET seq = seq + 5000 WHERE seq >= 5 AND engagement_id = (SELECT id FROM engagement);
  UPDATE journal_entry SET seq = seq - 4999 WHERE seq > 5000;`

describe('an entry of the journal', () => {
  it.each([
    [
      'that was swapped with its neighbour',
      `UPDATE journal_entry SET seq = 9001 WHERE position = ${positionOf(5)};
       UPDATE journal_entry SET seq = 5 WHERE position = ${positionOf(6)};
       UPDATE journal_entry SET seq = 6 WHERE seq = 9001;`,
      { seq: 6, problem: 'The entry stands where entry 5 of this device belongs, which is missing.' },
    ],
    [
      'that was written a second time',
      `${makeRoomAt5} INSERT INTO journal_entry (engagement_id, device_id, seq, hlc, at, actor_id, command, body, hash)
       SELECT engagement_id, device_id, 5, hlc, at, actor_id, command, body, hash FROM journal_entry WHERE position = ${positionOf(4)};`,
      { seq: 4, problem: 'The entry stands a second time, where entry 5 of this device belongs.' },
    ],
  ])('%s is named with its place', async (_what, work, firstBad) => {
    await attack(sql(work))
    await expect(verdict()).resolves.toMatchObject({
      valid: false,
      entries: 4,
      firstBad: { what: 'entry', ...firstBad },
    })
  })

  it('that was forged and inserted is named by the entry that no longer follows the one before it', async () => {
    await attack((connection) => {
      const row = connection.prepare(`SELECT body, hash FROM journal_entry WHERE position = ${positionOf(4)}`).get()
      const { body: before, hash: prev } = row as { body: string; hash: string }
      const entry = { ...(JSON.parse(before) as EntryBody), seq: 5, prev }
      const forged = sealEntry({ ...entry, hlc: entry.hlc.replace(/-([0-9a-f]{6})-/, '-ffffff-') }, sha256Hex)
      connection.exec(makeRoomAt5)
      connection
        .prepare(
          `INSERT INTO journal_entry (engagement_id, device_id, seq, hlc, at, actor_id, command, body, hash)
           SELECT engagement_id, device_id, 5, @hlc, at, actor_id, command, @body, @hash FROM journal_entry
           WHERE position = ${positionOf(4)}`,
        )
        .run({ hlc: (JSON.parse(forged.body) as EntryBody).hlc, ...forged })
    })
    await expect(verdict()).resolves.toMatchObject({
      valid: false,
      entries: 5,
      firstBad: {
        what: 'entry',
        seq: 5,
        problem: 'The entry stands a second time, where entry 6 of this device belongs.',
      },
    })
  })
})

describe('a store that is older than it was seen', () => {
  /** Keeps a copy of the tables, works on, and puts the copy back; the keyring stays. */
  async function putOlderCopyBack(): Promise<ResultOf<'store.open'>> {
    const { engine, engagementId } = file
    const tables = join(engine.storeFolder, storeFileName)
    await engine.call('store.lock', {})
    await copyFile(tables, join(engine.folder, 'older.db'))
    await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    await engine.call('tickmark.addUsual', { engagementId })
    await engine.call('store.lock', {})
    await copyFile(join(engine.folder, 'older.db'), tables)
    await rm(`${tables}-wal`, { force: true })
    return engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
  }

  it('is said to be so, by engagement and entry, and takes nothing until somebody accepts that with a reason', async () => {
    const { engine, engagementId } = file
    const { total } = await engine.call('journal.list', { engagementId })
    const { notices } = await putOlderCopyBack()
    expect(notices).toMatchObject([
      {
        lost: [{ engagementId, client: 'Meridian Ledger', seenSeq: total + 1, endsAt: total, problem: 'older' }],
      },
    ])
    await expect(engine.call('tickmark.addUsual', { engagementId })).rejects.toMatchObject({
      code: 'store.older_than_seen',
    })
    const reason = 'The disk failed; the backup of Friday was put back.'
    await engine.call('store.acceptHistory', { noticeId: at(notices, 0).noticeId, reason })
    await engine.call('tickmark.addUsual', { engagementId })
    await engine.call('store.lock', {})
    await expect(
      engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase }),
    ).resolves.toMatchObject({ notices: [] })
  })

  it('is said to be so again after every opening, until it is accepted', async () => {
    const { engine } = file
    await putOlderCopyBack()
    await engine.call('store.lock', {})
    const again = await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    expect(again.notices).toHaveLength(1)
  })

  it('is named against a bundle that left it, where the keyring was put back too', async () => {
    const { engine, engagementId } = file
    const { storeFolder, folder } = engine
    const bundle = join(folder, 'left.tickmark') as FileRef
    const open = () => engine.call('store.open', { folder: storeFolder, passphrase: testPassphrase })
    const inspect = () => engine.call('bundle.inspect', { file: bundle })
    const { total } = await engine.call('journal.list', { engagementId })
    await engine.call('store.lock', {})
    await cp(storeFolder, join(folder, 'older'), { recursive: true })
    await open()
    await engine.call('tickmark.addUsual', { engagementId })
    const { recipient } = await engine.call('colleague.ownCard', {})
    await engine.call('bundle.export', { engagementId, file: bundle, recipients: [recipient] })
    await expect(inspect()).resolves.toMatchObject({ valid: true, lostHere: null })
    await engine.call('store.lock', {})
    await rm(storeFolder, { recursive: true })
    await cp(join(folder, 'older'), storeFolder, { recursive: true })
    await expect(open()).resolves.toMatchObject({ notices: [] })
    await expect(inspect()).resolves.toMatchObject({
      valid: true,
      lostHere: { problem: 'older', seq: total + 1, endsAt: total },
    })
  })

  it('is found where the tail of the journal was cut and its end was made to fit', async () => {
    const { notices } = await attack((connection) => {
      const engagementId = connection.prepare('SELECT id FROM engagement').pluck().get()
      const end = connection
        .prepare('SELECT max(position) FROM journal_entry WHERE engagement_id = ?')
        .pluck()
        .get(engagementId)
      connection.prepare('DELETE FROM journal_target WHERE position = ?').run(end)
      connection.prepare('DELETE FROM journal_entry WHERE position = ?').run(end)
      connection
        .prepare(
          `UPDATE journal_head SET (seq, hash, hlc) = (SELECT seq, hash, hlc FROM journal_entry WHERE engagement_id = @id
           ORDER BY seq DESC LIMIT 1) WHERE engagement_id = @id`,
        )
        .run({ id: engagementId })
      connection.exec('DELETE FROM engagement_dates')
    })
    expect(notices).toMatchObject([{ lost: [{ problem: 'older' }] }])
    await expect(verdict()).resolves.toMatchObject({ valid: true })
  })
})

describe('a lock', () => {
  beforeEach(async () => {
    await file.engine.call('engagement.lock', { engagementId: file.engagementId })
  })

  it.each([
    ['whose row was deleted', `${dropTriggers} DELETE FROM engagement_lock`, 'The row is missing.'],
    [
      'whose row was hidden',
      `${dropTriggers} UPDATE engagement_lock SET deleted = 1`,
      'The row does not hold what the journal says.',
    ],
    [
      'that was given another date',
      `UPDATE engagement_lock SET locked_at = '2026-12-01T09:00:00+00:00'`,
      'The row does not hold what the journal says.',
    ],
  ])('%s is named', async (_what, work, problem) => {
    await attack(sql(work))
    await expect(verdict()).resolves.toMatchObject({
      valid: false,
      firstBad: { what: 'row', entity: 'engagementLock', id: file.engagementId, problem, words: 'engagement lock' },
    })
  })

  it('cannot be deleted while the store guards it', async () => {
    await file.engine.call('store.lock', {})
    await withOutsideTool(file.engine.storeFolder, (connection) => {
      expect(() => connection.exec('DELETE FROM engagement_lock')).toThrow('engagement.locked')
    })
  })

  it('names the entry that was written again under it, although the whole chain and all tables were made to fit', async () => {
    const { notices } = await attack((connection) => {
      rewriteChain(connection, withField('control', 'title', 'Another control'))
      connection.exec(`UPDATE control SET title = 'Another control'`)
    })
    expect(notices).toMatchObject([{ lost: [{ problem: 'rewritten' }] }])
    await expect(verdict()).resolves.toMatchObject({
      valid: false,
      firstBad: { what: 'lock', entity: 'engagementLock', seq: expect.any(Number) },
    })
    expect((await verdict()).firstBad?.problem).toMatch(/is not the one that the lock was signed over\.$/)
  })

  it('names an entry that a changed program wrote after it', async () => {
    await attack((connection) => {
      connection.exec(dropTriggers)
      const row = connection
        .prepare(`SELECT body, hash FROM journal_entry WHERE command = 'engagement.lock'`)
        .get() as { body: string; hash: string }
      const last = JSON.parse(row.body) as EntryBody
      const title = { entity: 'control', id: file.controlId, field: 'title', value: 'Another control' }
      const hlc = tick(last.hlc, Date.parse(last.at), last.deviceId)
      const entry = { ...last, seq: last.seq + 1, prev: row.hash, hlc, command: 'control.save', changes: [title] }
      const { body, hash } = sealEntry(entry, sha256Hex)
      connection
        .prepare(
          `INSERT INTO journal_entry (engagement_id, device_id, seq, hlc, at, actor_id, command, body, hash)
           VALUES (@engagementId, @deviceId, @seq, @hlc, @at, @actorId, @command, @body, @hash)`,
        )
        .run({ ...entry, changes: undefined, heads: undefined, prev: undefined, body, hash })
      connection
        .prepare('UPDATE journal_head SET seq = @seq, hash = @hash, hlc = @hlc WHERE engagement_id = @engagementId')
        .run({ seq: entry.seq, hash, hlc, engagementId: entry.engagementId })
      connection.prepare('UPDATE control SET title = ?').run('Another control')
    })
    await expect(verdict()).resolves.toMatchObject({
      valid: false,
      firstBad: { what: 'lock', problem: expect.stringContaining('(control.save) was written although') },
    })
  })
})

describe('eight words in a memo', () => {
  it('name the entry that was the head when they were written down', async () => {
    const { engine, engagementId } = file
    const { heads } = await engine.call('journal.list', { engagementId })
    const { seq, words } = at(heads, 0)
    await engine.call('tickmark.addUsual', { engagementId })
    await expect(engine.call('journal.findHead', { engagementId, words: words.toUpperCase() })).resolves.toMatchObject({
      found: { seq, actor: 'Ada Cole' },
    })
  })

  it('that were never a head name nothing, and mistyped ones are said to be no words of the list', async () => {
    const { engine, engagementId } = file
    const find = (words: string) => engine.call('journal.findHead', { engagementId, words })
    await expect(find('abacus ablaze about above absent absorb accent accord')).resolves.toEqual({ found: null })
    await expect(find('abacus ablaze about above absent absorb accent xyzzy')).rejects.toMatchObject({
      code: 'journal.unknown_word',
      details: { word: 'xyzzy' },
    })
    await expect(find('abacus ablaze')).rejects.toMatchObject({ code: 'journal.eight_words' })
  })
})
