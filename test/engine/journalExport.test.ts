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
    expect(text).toMatch(/^\uFEFFAt,Who,Command,What,Device,Entry,Clock behind,Kind,Id,Field,Value,Hash\r\n/)
    expect(text).toContain(`,reviewNote,`)
    expect(text).toContain(`,text,"'=HYPERLINK(""http://x"")",`)
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
})
