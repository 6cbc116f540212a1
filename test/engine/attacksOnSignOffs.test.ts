import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { attackStore, rewriteChain, withField } from './attackStore.ts'
import { type CompleteFile, openCompleteFile } from './completeFile.ts'
import { at } from './fieldwork.ts'

let file: CompleteFile

beforeEach(async () => {
  file = await openCompleteFile()
})
afterEach(() => file.engine.close())

const verdict = () => file.engine.call('journal.verify', { engagementId: file.engagementId })

describe('a sign-off in a chain that was computed again as a whole', () => {
  const signOffs = () => file.engine.call('signOff.list', { engagementId: file.engagementId })

  it('names the entry that its signer saw otherwise', async () => {
    const signings = { engagementId: file.engagementId, command: 'signOff.add', limit: 1000 }
    const { entries } = await file.engine.call('journal.list', signings)
    const seenBySigner = Math.min(...entries.map(({ seq }) => seq)) - 1
    const [first] = (await signOffs()).signOffs
    await attackStore(file, (connection) => {
      rewriteChain(connection, withField('control', 'title', 'Another control'))
      connection.exec(`UPDATE control SET title = 'Another control'`)
    })
    await expect(verdict()).resolves.toMatchObject({
      valid: false,
      firstBad: {
        what: 'signOff',
        id: first?.signOffId,
        seq: seenBySigner,
        problem: expect.stringMatching(
          /^Entry \d+ is not the one that the sign-off as preparer of .+ was signed over\.$/,
        ),
      },
    })
  })

  it('is found in a bundle that left after that', async () => {
    const { engine, engagementId } = file
    const { notices } = await attackStore(file, (connection) => {
      rewriteChain(connection, withField('control', 'title', 'Another control'))
      connection.exec(`UPDATE control SET title = 'Another control'`)
    })
    const reason = 'Somebody says that nothing is wrong.'
    await engine.call('store.acceptHistory', { noticeId: at(notices, 0).noticeId, reason })
    const bundle = join(engine.folder, 'left.tickmark') as FileRef
    const { recipient } = await engine.call('colleague.ownCard', {})
    await engine.call('bundle.export', { engagementId, file: bundle, recipients: [recipient] })
    const found = await engine.call('bundle.inspect', { file: bundle })
    expect(found.valid).toBe(false)
    expect(found.checks.filter(({ passed }) => !passed)).toEqual([
      {
        check: 'sign-offs',
        passed: false,
        says: expect.stringMatching(/sign-offs do not hold: signed over entries that are others now\.$/),
      },
    ])
  })

  it.each([
    ['dated back', 'at', 'at', '2026-01-01T00:00:00.000+00:00'],
    ['copied to another paper', 'targetId', 'target_id', 'another-paper'],
  ])('that was %s is named', async (_what, field, column, value) => {
    const { signOffs: all } = await signOffs()
    const { signOffId } = at(all, 1)
    await attackStore(file, (connection) => {
      rewriteChain(connection, withField('signOff', field, value, signOffId))
      connection.prepare(`UPDATE sign_off SET ${column} = ? WHERE id = ?`).run(value, signOffId)
    })
    await expect(verdict()).resolves.toMatchObject({
      valid: false,
      firstBad: {
        what: 'signOff',
        id: signOffId,
        problem: expect.stringMatching(/does not say what its signature was given for\.$/),
      },
    })
  })
})
