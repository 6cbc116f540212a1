import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readShellAction } from '../../../shared/shell/readShellAction.ts'

describe('what a page asks of the shell', () => {
  it.each([
    { kind: 'openFile', title: 'Choose the list', extensions: ['csv', 'xlsx'] },
    { kind: 'openFiles', title: 'Evidence', extensions: [] },
    { kind: 'saveFile', title: 'Export', suggestedName: 'northwind.tickmark' },
    { kind: 'newFolder', title: 'New store', suggestedName: 'Northwind' },
    { kind: 'openFolder', title: 'Open a store' },
    { kind: 'rememberStore', token: 'b6f0' },
    { kind: 'theme' },
    { kind: 'theme', choice: 'dark' },
    { kind: 'idleMinutes' },
    { kind: 'idleMinutes', minutes: 15 },
    { kind: 'lockStore' },
    { kind: 'noteCopied' },
    { kind: 'forgetCopied' },
    { kind: 'copyText', text: 'CHG-01' },
    { kind: 'engineState' },
    { kind: 'print', documentId: '5f1c' },
    { kind: 'writePdf', documentId: '5f1c', token: 'b6f0' },
  ])('is read as it stands: $kind', (action) => {
    expect(readShellAction(action)).toEqual(action)
  })

  it.each([
    ['nothing', undefined],
    ['a word', 'openFile'],
    ['an unknown kind', { kind: 'openPath', path: '/etc/passwd' }],
    ['a kind that is only inherited', Object.create({ kind: 'engineState' }) as unknown],
    ['a title that is no text', { kind: 'openFolder', title: 7 }],
    ['a title of a thousand characters', { kind: 'openFolder', title: 'x'.repeat(1000) }],
    ['an extension that is a pattern', { kind: 'openFile', title: 'x', extensions: ['*'] }],
    ['a theme of its own', { kind: 'theme', choice: 'high-contrast' }],
    ['a lock after a thousandth of a minute', { kind: 'idleMinutes', minutes: 0.001 }],
    ['markup to print', { kind: 'print', html: '<h1>Controls</h1>' }],
    ['a document named by no text', { kind: 'print', documentId: { html: '<h1>' } }],
    ['a PDF at a path that no dialog gave', { kind: 'writePdf', documentId: '5f1c', path: '/etc/passwd' }],
    ['two megabytes for the clipboard', { kind: 'copyText', text: 'x'.repeat(2_000_000) }],
  ])('is refused: %s', (_, value) => {
    expect(readShellAction(value)).toBeUndefined()
  })

  it('loses every field that is not known', () => {
    expect(readShellAction({ kind: 'engineState', path: '/etc/passwd' })).toEqual({ kind: 'engineState' })
  })

  it('prints a document by its id alone', () => {
    const action = { kind: 'print', documentId: '5f1c', html: '<h1>', silent: true }
    expect(readShellAction(action)).toEqual({ kind: 'print', documentId: '5f1c' })
  })

  it('never suggests a name that leads to another folder', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300, unit: 'binary' }), (suggestedName) => {
        const action = readShellAction({ kind: 'saveFile', title: 'Export', suggestedName })
        expect(action).toMatchObject({ suggestedName: expect.not.stringMatching(/[/\\:]|^\.|\p{Cc}/u) })
      }),
    )
  })

  it('is read without harm whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(['undefined', 'string']).toContain(typeof readShellAction(value)?.kind)
      }),
    )
  })
})
