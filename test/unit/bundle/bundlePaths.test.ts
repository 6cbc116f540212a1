import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areInOrder, bundlePath, isBundlePath } from '../../../electron/engine/bundle/bundlePaths.ts'

describe('paths inside a bundle', () => {
  it.each([
    '../evidence/a',
    '/etc/passwd',
    'evidence/../../x',
    'evidence//x',
    'evidence/',
    'evidence',
    'evidence/.hidden',
    'evidence/a\\b',
    'C:\\x',
    'evidence/a b',
    'evidence/a\n',
    'evidence/invoice\u202Efdp.exe',
    'evidence/å',
    'evidence/con.txt',
    'evidence/NUL',
    'evidence/x.',
    'other/x',
    'run.sh',
    'manifest.json',
    `evidence/${'a'.repeat(92)}`,
    'evidence/a/b/c/d',
    '',
  ])('%j is refused', (path) => {
    expect(isBundlePath(path)).toBe(false)
  })

  it.each(['journal.jsonl', 'evidence/00001-invoice.pdf', 'populations/p1.csv', 'pages/controls/cc6-1.html'])(
    '%s is accepted',
    (path) => {
      expect(isBundlePath(path)).toBe(true)
    },
  )

  it.each([
    ['Invoice March.PDF', 'evidence/00012-Invoice-March.pdf'],
    ['../../etc/passwd', 'evidence/00012-etc-passwd'],
    ['', 'evidence/00012'],
    ['.', 'evidence/00012'],
    ['invoice\u202Efdp.exe', 'evidence/00012-invoice-fdp.exe'],
    ['Prüfung (neu).xlsx', 'evidence/00012-Pru-fung-neu.xlsx'],
  ])('are made from a file’s own name %j', (name, path) => {
    expect(bundlePath('evidence', 12, name)).toBe(path)
  })

  it('are valid for a file of any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(999_999), (name, number) => {
        expect(isBundlePath(bundlePath('evidence', number, name))).toBe(true)
      }),
    )
  })

  it('that one disk takes for the same are there once only', () => {
    expect(areInOrder(['evidence/a.pdf', 'evidence/A.pdf'])).toBe(false)
    expect(areInOrder(['evidence/b.pdf', 'evidence/a.pdf'])).toBe(true)
    expect(areInOrder(['evidence/a.pdf', 'journal.jsonl'])).toBe(false)
  })
})
