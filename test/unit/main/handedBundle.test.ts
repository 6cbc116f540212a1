import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bundleAmong, HandedBundle } from '../../../electron/main/handedBundle.ts'

const folder = mkdtempSync(join(tmpdir(), 'tickmark-handed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const bundle = join(folder, 'Northwind.tickmark')
writeFileSync(bundle, '')
writeFileSync(join(folder, 'notes.txt'), '')
mkdirSync(join(folder, 'folder.tickmark'))
symlinkSync(bundle, join(folder, 'link.tickmark'))

describe('a bundle that the system hands over', () => {
  it('is the file named on the command line, also from where the second start stood', () => {
    expect(bundleAmong(['tickmark', bundle], '/')).toBe(bundle)
    expect(bundleAmong(['tickmark', '--no-sandbox', 'Northwind.tickmark'], folder)).toBe(bundle)
  })

  it.each([
    ['nothing', []],
    ['a switch that is called like one', [`--open=${bundle}`]],
    ['another kind of file', [join(folder, 'notes.txt')]],
    ['a file that is not there', [join(folder, 'gone.tickmark')]],
    ['a folder', [join(folder, 'folder.tickmark')]],
    ['a link to one', [join(folder, 'link.tickmark')]],
    ['an address', ['tickmark://host/Northwind.tickmark', 'https://example.org/a.tickmark']],
    ['a path that no system has', [`${bundle}\0.tickmark`]],
  ])('is not %s', (_, words) => {
    expect(bundleAmong(['tickmark', ...words], folder)).toBeUndefined()
  })

  it('is not the program itself', () => {
    expect(bundleAmong([bundle], folder)).toBeUndefined()
  })

  it('waits until it is put away, and the last one counts', () => {
    let told = 0
    const handed = new HandedBundle(() => (told += 1))
    handed.take(undefined)
    expect([handed.path, told]).toEqual([undefined, 0])
    handed.take('/a.tickmark')
    handed.take('/b.tickmark')
    handed.take(undefined)
    expect([handed.path, told]).toEqual(['/b.tickmark', 2])
    handed.putAway()
    expect(handed.path).toBeUndefined()
  })
})
