import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readManifest, writeManifest, type Manifest } from '../../electron/engine/bundle/manifest.ts'
import { honest } from '../fixtures/bundle/hostileBundle.ts'

const { manifest } = honest()
const text = writeManifest(manifest).toString('utf8')
const signer = manifest.exporter.publicKey
const read = (changed: string | Uint8Array) => readManifest(Buffer.from(changed), signer)
const invalid = expect.objectContaining({ code: 'bundle.invalid_manifest' })

/** The text of the manifest with some fields changed, canonical again. */
const changedText = (change: object) => canonicalize({ ...manifest, ...change }) ?? ''

const fileAt = (at: number, change: object): Manifest['files'] =>
  manifest.files.map((entry, i) => (i === at ? { ...entry, ...change } : entry))

describe('the manifest of a bundle', () => {
  it('is read back as it was written', () => {
    expect(read(text)).toEqual(manifest)
    expect(text.startsWith('{"application":{"name":"Tickmark","version":"0.1.0"},"bundleId":')).toBe(true)
  })

  it('has one valid text: no other order, space, number or escape', () => {
    const others = [
      ` ${text}`,
      `${text}\n`,
      `\uFEFF${text}`,
      JSON.stringify(JSON.parse(text), null, 1),
      text.replace('"version":1}', '"version":1.0}'),
      text.replace('"version":1}', '"version":1e0}'),
      text.replace('"seq":3', '"seq":03'),
      text.replace('Nordlys', '\\u004eordlys'),
      text.replace('"recipients":"passphrase"', '"recipients":"passphrase","recipients":"passphrase"'),
      text.replace('{"application"', '{"__proto__":{"admin":true},"application"'),
      text.replace('{"application"', '{"constructor":{"prototype":{}},"application"'),
      text.replace('"version":1}', '"version":1,"zz":null}'),
      text.replace('"size":7', '"size":NaN'),
      text.replace('"size":7', '"size":-0'),
      text.replace('Nordlys', '\\ud800'),
      '['.repeat(1_000_000),
      '',
      'null',
      '[]',
    ]
    for (const other of others) {
      expect(other, 'the change did not change anything').not.toBe(text)
      expect(() => read(other), other.slice(0, 80)).toThrow(invalid)
    }
    expect(() => read(Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0x7d])]))).toThrow(invalid)
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  it('is refused with any bit flipped or any byte left out', () => {
    const bytes = Buffer.from(text)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const altered = Buffer.from(bytes)
        altered[at] = (altered[at] ?? 0) ^ (1 << bit)
        // Most flips leave valid JSON of other words: those are what the signature is for.
        const verdicts = [altered, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])].map((other) => {
          try {
            return canonicalize(readManifest(other, signer)) === other.toString('utf8')
          } catch (error) {
            return error instanceof Error && 'code' in error
          }
        })
        expect(verdicts).toEqual([true, true])
      }),
      { numRuns: 500 },
    )
  })

  it('of another format or a newer version is told apart from a damaged one', () => {
    expect(() => read(changedText({ format: 'tickmark-store' }))).toThrow(
      expect.objectContaining({ code: 'bundle.unknown_format' }),
    )
    expect(() => read(changedText({ version: 2 }))).toThrow(expect.objectContaining({ code: 'bundle.newer_version' }))
    expect(() => read(changedText({ version: 0 }))).toThrow(invalid)
  })

  it('that another key signed than it names is refused', () => {
    const other = `ssh-ed25519 ${Buffer.alloc(51).toString('base64')}`
    expect(() => readManifest(Buffer.from(text), other)).toThrow(
      expect.objectContaining({ code: 'bundle.signature_invalid' }),
    )
  })

  it('lists files only by plain paths, once each, in the one order', () => {
    const last = manifest.files.length - 1
    const lists = [
      fileAt(last, { path: '../x' }),
      fileAt(last, { path: 'evidence/00001' }),
      fileAt(last, { path: 'journal.jsonl' }),
      fileAt(last, { path: 'manifest.json' }),
      fileAt(last, { size: -1 }),
      fileAt(last, { size: 1.5 }),
      fileAt(last, { sha256: 'A'.repeat(64) }),
      fileAt(last, { mediaType: 'text/html; charset=x' }),
      manifest.files.slice(1),
      manifest.files.toReversed(),
      [],
    ]
    for (const files of lists) expect(() => read(changedText({ files }))).toThrow(invalid)
  })

  it('disagrees with checksums or signers that say anything else', () => {
    expect(() => read(changedText({ files: fileAt(0, { sha256: '0'.repeat(64) }) }))).toThrow(invalid)
    expect(() => read(changedText({ files: fileAt(2, { sha256: '0'.repeat(64) }) }))).toThrow(invalid)
    expect(() => read(changedText({ files: fileAt(4, { sha256: '0'.repeat(64) }) }))).toThrow(invalid)
  })

  it('keeps names of any kind as data', () => {
    for (const name of [
      '',
      '.',
      '../../x',
      'a\u0000b',
      'x'.repeat(1024),
      '😀'.repeat(255),
      '<img src=x onerror=alert(1)>',
    ]) {
      const files = fileAt(4, { name })
      expect(read(changedText({ files })).files[4]?.name).toBe(name)
    }
  })
})
