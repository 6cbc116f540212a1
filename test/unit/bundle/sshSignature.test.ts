import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSigningKey, signDetached, verifyDetached } from '../../../electron/engine/bundle/signingKey.ts'
import {
  allowedSignersLine,
  keyFingerprint,
  readPublicKey,
  writePublicKey,
} from '../../../electron/engine/bundle/sshPublicKey.ts'
import { signSsh, verifySsh } from '../../../electron/engine/bundle/sshSignature.ts'

const { publicKey, privateKey } = newSigningKey((size) => Buffer.alloc(size, 3), 'Ada Lovelace')
const message = Buffer.from('{"format":"tickmark-bundle"}')
const hex = (text: string) => Buffer.from(text, 'hex')
const littleEndian = (bytes: Uint8Array) => Buffer.from(Uint8Array.from(bytes).toReversed())
const invalid = expect.objectContaining({ code: 'bundle.signature_invalid' })

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-ssh-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function sshKeygen(args: string[], input: Uint8Array = Buffer.alloc(0)): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync('ssh-keygen', args, { cwd: folder, input })
  return { status, text: `${stdout.toString()}${stderr.toString()}` }
}

const args = (namespace: string) => [
  '-Y',
  'verify',
  '-f',
  'allowed_signers',
  '-I',
  'exporter',
  '-n',
  namespace,
  '-s',
  'm.sig',
]

describe('a signature in the SSH format', () => {
  it('is accepted by ssh-keygen in its own namespace, and in no other', () => {
    writeFileSync(join(folder, 'allowed_signers'), allowedSignersLine('exporter', 'tickmark-bundle', publicKey))
    writeFileSync(join(folder, 'm.sig'), signSsh('tickmark-bundle', message, privateKey))
    const good = sshKeygen(args('tickmark-bundle'), message)
    expect(good.text).toContain('Good "tickmark-bundle" signature for exporter with ED25519 key')
    expect(good.status).toBe(0)
    expect(sshKeygen(args('tickmark-checkpoint'), message).status).not.toBe(0)
    expect(sshKeygen(args('tickmark-bundle'), Buffer.from('{"format":"other"}')).status).not.toBe(0)
  })

  it('made by ssh-keygen is accepted, and is byte for byte the one that we make', () => {
    writeFileSync(join(folder, 'message'), message)
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'Grace', '-f', join(folder, 'id')])
    execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', 'id', '-n', 'tickmark-bundle', 'message'], {
      cwd: folder,
      stdio: 'ignore',
    })
    const theirs = readFileSync(join(folder, 'message.sig'))
    const theirKey = readFileSync(join(folder, 'id.pub'), 'utf8').trim()
    expect(verifySsh('tickmark-bundle', message, theirs)).toBe(theirKey.replace(' Grace', ''))
  })

  it('names the key that signed', () => {
    const signer = verifySsh('tickmark-bundle', message, Buffer.from(signSsh('tickmark-bundle', message, privateKey)))
    expect(signer).toBe(publicKey.replace(' Ada Lovelace', ''))
  })

  it('is refused for another purpose or another text', () => {
    const signature = Buffer.from(signSsh('tickmark-checkpoint', message, privateKey))
    expect(() => verifySsh('tickmark-bundle', message, signature)).toThrow(invalid)
    const own = Buffer.from(signSsh('tickmark-bundle', message, privateKey))
    expect(() => verifySsh('tickmark-bundle', Buffer.concat([message, Buffer.from(' ')]), own)).toThrow(invalid)
  })

  it('is refused with any bit of its file flipped', () => {
    const signature = Buffer.from(signSsh('tickmark-bundle', message, privateKey))
    for (let bit = 0; bit < signature.length * 8; bit += 1) {
      const altered = Buffer.from(signature)
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => verifySsh('tickmark-bundle', message, altered), `bit ${bit}`).toThrow(invalid)
    }
  })

  it('is refused with anything added, left out, or wrapped otherwise', () => {
    const text = signSsh('tickmark-bundle', message, privateKey)
    const others = [
      '',
      '\n',
      `${text}\n`,
      `\n${text}`,
      text.trimEnd(),
      text.replaceAll('\n', '\r\n'),
      text.replace('\n-----END', '==\n-----END'),
      text.slice(0, 40) + text.slice(41),
      text
        .split('\n')
        .filter((_, i) => i !== 2)
        .join('\n'),
      text.repeat(2),
    ]
    for (const other of others) expect(() => verifySsh('tickmark-bundle', message, Buffer.from(other))).toThrow(invalid)
  })
})

describe('an Ed25519 signature', () => {
  it('agrees with RFC 8032, section 7.1, test 3', () => {
    const { publicKey: key, signature } = signDetached(
      hex('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7'),
      hex('af82'),
    )
    expect(key.toString('hex')).toBe('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025')
    expect(signature.toString('hex')).toBe(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    )
  })

  it('is refused when S is not reduced, where the same number modulo the group order would pass', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const { publicKey: key, signature } = signDetached(privateKey, message)
    const s = BigInt(`0x${littleEndian(signature.subarray(32)).toString('hex')}`)
    const larger = littleEndian(hex((s + order).toString(16).padStart(64, '0')))
    expect(verifyDetached(key, message, signature)).toBe(true)
    expect(verifyDetached(key, message, Buffer.concat([signature.subarray(0, 32), larger]))).toBe(false)
  })

  /**
   * All points of small order in all their spellings (Chalkias, Garillot, Nikolaenko: Taming the many EdDSAs, table 1).
   * A verifier that follows ZIP 215 accepts every one of the 1,568 signatures below.
   */
  const smallOrder = [
    '0100000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000080',
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0000000000000000000000000000000000000000000000000000000000000080',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  ]

  it('of nobody, by a key of small order or of zeros, is refused for every message', () => {
    let accepted = 0
    for (const key of smallOrder) {
      for (const point of smallOrder) {
        const forged = Buffer.concat([hex(point), Buffer.alloc(32)])
        for (let i = 0; i < 8; i += 1) accepted += verifyDetached(hex(key), Buffer.from([i]), forged) ? 1 : 0
      }
    }
    expect(accepted).toBe(0)
  })
})

describe('a public key in SSH form', () => {
  it('has the fingerprint that ssh-keygen prints', () => {
    for (let i = 0; i < 3; i += 1) {
      const { publicKey: text } = newSigningKey(randomBytes, 'Grace Hopper')
      writeFileSync(join(folder, 'key.pub'), `${text}\n`)
      expect(sshKeygen(['-l', '-f', 'key.pub']).text).toBe(`256 ${keyFingerprint(text)} Grace Hopper (ED25519)\n`)
    }
  })

  it('is read in its one spelling only', () => {
    const invalidKey = expect.objectContaining({ code: 'bundle.invalid_key' })
    const [name, body = ''] = publicKey.split(' ')
    const bad = [
      '',
      'ssh-ed25519',
      `ssh-rsa ${body}`,
      `${name} ${body}=`,
      `${name}  ${body}`,
      `${name} ${body.slice(0, -4)}`,
      `${name} ${body}\n`,
    ]
    for (const text of bad) expect(() => readPublicKey(text), text).toThrow(invalidKey)
    expect(writePublicKey(readPublicKey(publicKey))).toBe(`${name} ${body}`)
  })
})
