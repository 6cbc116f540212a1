import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { at } from './fieldwork.ts'
import { openWithTwoPeople } from './twoPeople.ts'

let work: Awaited<ReturnType<typeof openWithTwoPeople>>

beforeEach(async () => {
  work = await openWithTwoPeople()
})
afterEach(() => work.engine.close())

async function exported(name: string, filter: { actorId?: string; entity?: string; id?: string } = {}) {
  const { engine, engagementId } = work
  const file = join(engine.folder, name) as FileRef
  const result = await engine.call('journal.export', { engagementId, file, ...filter })
  const bytes = await readFile(file)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(result.sha256)
  return { ...result, text: bytes.toString('utf8') }
}

describe('an exported journal', () => {
  it('is JSON lines of which the hashes and the chain can be checked with nothing but SHA-256', async () => {
    const { entries, text } = await exported('journal.jsonl')
    const lines = text.trimEnd().split('\n')
    expect(lines).toHaveLength(entries)
    let prev = '0'.repeat(64)
    for (const line of lines) {
      const [, hash = '', body = ''] = /^\{"hash":"([0-9a-f]{64})","entry":(.*)\}$/.exec(line) ?? []
      expect(createHash('sha256').update(body).digest('hex')).toBe(hash)
      expect((JSON.parse(body) as { prev: string }).prev).toBe(prev)
      prev = hash
    }
    const { heads } = await work.engine.call('journal.list', { engagementId: work.engagementId })
    expect(prev).toBe(at(heads, 0).hash)
  })

  it('is a table in which no text runs as a formula, with a row for every field that was changed', async () => {
    const { engine, target } = work
    await engine.call('note.open', { target, text: '=HYPERLINK("http://x")' })
    const { text } = await exported('journal.csv')
    expect(text).toMatch(/^\uFEFFAt,Who,Command,What,Device,Entry,Clock behind,Kind,Id,Field,Before,Value,Hash\r\n/)
    expect(text).toContain(`,reviewNote,`)
    expect(text).toContain(`,text,,"'=HYPERLINK(""http://x"")",`)
  })

  it('holds the entries of a person or a paper alone where only those are asked for', async () => {
    const { engine, benId, target, asBen } = work
    await asBen()
    await engine.call('note.open', { target, text: 'Which system?' })
    const { entries, text } = await exported('ben.csv', { actorId: benId })
    expect(entries).toBe(1)
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .every((line) => line.includes(',Ben Ruiz,note.open,')),
    ).toBe(true)
    const ofPaper = await exported('paper.jsonl', { entity: 'procedure', id: target.id })
    expect(ofPaper.entries).toBe(1)
    expect(ofPaper.text).toContain('"command":"procedure.save"')
  })

  it('says what each field held before, also where the entry that wrote it is not asked for', async () => {
    const { engine, engagementId, benId, asBen } = work
    const scope = {
      engagementId,
      reportType: 'type2' as const,
      period: { start: '2025-10-01', end: '2026-09-30' },
      categories: ['security' as const, 'availability' as const],
    }
    await engine.call('engagement.update', { ...scope, client: 'Meridian Books' })
    await asBen()
    await engine.call('engagement.update', { ...scope, client: 'Meridian Accounts' })
    const { text } = await exported('renamed.csv', { actorId: benId, entity: 'engagement' })
    const ofEngagement = text.split('\r\n').filter((line) => line.includes(',engagement,'))
    expect(ofEngagement).toEqual([
      expect.stringContaining(`,engagement,${engagementId},client,Meridian Books,Meridian Accounts,`),
    ])
  })
})

describe('a printed journal', () => {
  const printed = async (filter: { actorId?: string; command?: string; from?: string } = {}) => {
    const { engine, engagementId } = work
    const { documentId, entries } = await engine.call('journal.print', { engagementId, ...filter })
    const { html } = await engine.call('print.document', { documentId })
    return { entries, html }
  }

  it('says who changed what from what to what, with the words of its head and without markup of its texts', async () => {
    const { engine, engagementId, target } = work
    await engine.call('note.open', { target, text: '<img src=x onerror=alert(1)>' })
    const { heads, total } = await engine.call('journal.list', { engagementId })
    const { entries, html } = await printed()
    expect(entries).toBe(total)
    expect(html.match(/scope="rowgroup"/g)).toHaveLength(total)
    expect(html).toContain(`<dt>Head at entry ${at(heads, 0).seq}</dt><dd>${at(heads, 0).words}</dd>`)
    expect(html).toContain('<td>(empty)</td><td>&lt;img src=x onerror=alert(1)&gt;</td>')
    expect(html).toMatch(/· 2026-10-20 09:00 \+00:00 · Ada Cole ·/)
  })

  it('holds what was asked for and says to what it was narrowed', async () => {
    const { total } = await work.engine.call('journal.list', { engagementId: work.engagementId })
    const { entries, html } = await printed({ command: 'procedure.save', from: '2026-10-20' })
    expect(entries).toBe(1)
    expect(html).toContain('from 2026-10-20</dd>')
    expect(html).toContain(`<dt>Entries</dt><dd>1 of ${total}</dd>`)
  })
})
