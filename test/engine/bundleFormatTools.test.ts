import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAgeHeader, writeAgeHeader } from '../../electron/engine/bundle/ageHeader.ts'
import { openPayload, sealPayload } from '../../electron/engine/bundle/agePayload.ts'
import { ByteReader } from '../../electron/engine/bundle/byteReader.ts'
import { newIdentity, readIdentities } from '../../electron/engine/bundle/identities.ts'
import { readBundle } from '../../electron/engine/bundle/readBundle.ts'
import { readmeText } from '../../electron/engine/bundle/readme.ts'
import { keyFingerprint } from '../../electron/engine/bundle/sshPublicKey.ts'
import { writeBundle } from '../../electron/engine/bundle/writeBundle.ts'
import { contents, exporter, facts, textFile } from '../fixtures/bundle/sampleBundle.ts'

/** The programs that a reader without Tickmark has: age, tar, sha256sum, ssh-keygen. They judge, not we. */
const passphrase = 'anchor-velvet-tulip-canyon-otter-mosaic-lantern'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-tools-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function shell(command: string): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder })
  return { status, text: `${stdout.toString()}${stderr.toString()}` }
}

/** Runs a command on a terminal of its own, where age asks for passphrases, and types the lines. */
function typed(command: string, lines: string[]): { status: number | null; text: string } {
  const input = lines.map((line) => `${line}\n`).join('')
  const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd: folder, input })
  return { status, text: stdout.toString() }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts)
}

/** The commands of the README as it is printed, in their order. */
function readmeCommands(): string[] {
  const lines = readmeText(facts, exporter.publicKey).split('\n')
  return lines.filter((line) => line.startsWith('   $ ')).map((line) => line.slice(5))
}

const big = randomBytes(3 * 65_536 + 17)

describe('a bundle under the stock tools', () => {
  it('opens, verifies and is complete by the very commands of its README', async () => {
    const { identity, recipient } = await newIdentity()
    const { privateKey } = exporter
    const all = [...contents, textFile('evidence/00003.bin', big)]
    await writeBundle({
      file: join(folder, 'bundle.age'),
      contents: all,
      facts,
      privateKey,
      lock: { recipients: [recipient] },
    })
    writeFileSync(join(folder, 'key.txt'), `${identity}\n`)
    const [open, unpack, signer, sums, listed, list, ...more] = readmeCommands()
    expect(more).toEqual([])
    expect(shell(open?.replace('age -d', 'age -d -i key.txt') ?? '')).toEqual({ status: 0, text: '' })
    expect(shell(unpack ?? '')).toEqual({ status: 0, text: '' })
    const good = shell(signer ?? '')
    expect(good.status).toBe(0)
    expect(good.text).toContain(
      `Good "tickmark-bundle" signature for exporter with ED25519 key ${keyFingerprint(exporter.publicKey)}`,
    )
    const checked = shell(sums ?? '')
    expect(checked.status).toBe(0)
    expect(
      checked.text
        .trimEnd()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
    ).toBe(true)
    expect(shell(listed ?? '')).toEqual({ status: 0, text: '1\n' })
    const named = shell(list ?? '')
      .text.trimEnd()
      .split('\n')
    const summed = readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66))
    expect(named.toSorted()).toEqual([...summed, 'SHA256SUMS', 'manifest.json', 'manifest.json.sig'].toSorted())
    expect(readFileSync(join(folder, 'evidence/00003.bin')).equals(big)).toBe(true)
  })

  it('with one byte of evidence changed after unpacking fails sha256sum', async () => {
    const { identity, recipient } = await newIdentity()
    const { privateKey } = exporter
    await writeBundle({
      file: join(folder, 'bundle.age'),
      contents,
      facts,
      privateKey,
      lock: { recipients: [recipient] },
    })
    writeFileSync(join(folder, 'key.txt'), `${identity}\n`)
    shell('age -d -i key.txt bundle.age | tar -x')
    writeFileSync(join(folder, 'evidence/00002.csv'), 'user,left\n7,2025-04-01\n')
    expect(shell('sha256sum -c SHA256SUMS').status).toBe(1)
  })

  it('opens with a passphrase that age asks for', async () => {
    const { privateKey } = exporter
    await writeBundle({ file: join(folder, 'bundle.age'), contents, facts, privateKey, lock: { passphrase } })
    expect(typed('age -d -o bundle.tar bundle.age', [passphrase]).status).toBe(0)
    expect(execFileSync('tar', ['-xOf', join(folder, 'bundle.tar'), 'evidence/00001-invoice.pdf']).toString()).toBe(
      'invoice of March',
    )
  }, 20_000)

  it('unpacked and packed again by age and tar is refused: another archive is not what was signed', async () => {
    const { identity, recipient } = await newIdentity()
    const { privateKey } = exporter
    await writeBundle({
      file: join(folder, 'bundle.age'),
      contents,
      facts,
      privateKey,
      lock: { recipients: [recipient] },
    })
    writeFileSync(join(folder, 'key.txt'), `${identity}\n`)
    const order =
      'manifest.json manifest.json.sig SHA256SUMS README.txt allowed_signers journal.jsonl state.json index.html evidence'
    mkdirSync(join(folder, 'out'))
    const repack = `age -d -i key.txt bundle.age | tar -x -C out && tar -c -C out ${order} | age -r ${recipient} -o again.age`
    expect(shell(repack).status).toBe(0)
    const file = join(folder, 'again.age')
    const stagingFolder = join(folder, 'staging')
    await expect(
      readBundle({ file, unlock: { identities: [identity] }, stagingFolder, random: randomBytes }),
    ).rejects.toMatchObject({
      code: 'bundle.refused_entry',
    })
  })
})

describe('the age format', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])(
    'of %i bytes is the same to age, in both directions',
    async (size) => {
      const { identity, recipient } = await newIdentity()
      const plain = randomBytes(size)
      writeFileSync(join(folder, 'key.txt'), `${identity}\n`)
      writeFileSync(join(folder, 'plain'), plain)
      const { header, fileKey } = await writeAgeHeader({ recipients: [recipient] })
      writeFileSync(join(folder, 'ours.age'), Buffer.concat([header, await collect(sealPayload(once(plain), fileKey))]))
      expect(shell('age -d -i key.txt ours.age > ours').text).toBe('')
      expect(readFileSync(join(folder, 'ours')).equals(plain)).toBe(true)
      expect(shell(`age -r ${recipient} -o theirs.age plain`).text).toBe('')
      const reader = new ByteReader(once(readFileSync(join(folder, 'theirs.age'))))
      const theirKey = await openAgeHeader(reader, 'theirs.age', { identities: [identity] })
      expect((await collect(openPayload(reader, theirKey))).equals(plain)).toBe(true)
    },
  )

  it('written by age with a passphrase and by age-keygen’s key is read', async () => {
    writeFileSync(join(folder, 'plain'), 'walkthrough of 12 March')
    expect(typed('age -p -o theirs.age plain', [passphrase, passphrase]).status).toBe(0)
    const reader = new ByteReader(once(readFileSync(join(folder, 'theirs.age'))))
    const fileKey = await openAgeHeader(reader, 'theirs.age', { passphrase })
    expect((await collect(openPayload(reader, fileKey))).toString()).toBe('walkthrough of 12 March')
    expect(shell('age-keygen -o key.txt').status).toBe(0)
    const identities = await readIdentities(readFileSync(join(folder, 'key.txt'), 'utf8'))
    expect(shell('age -r $(age-keygen -y key.txt) -o keyed.age plain').text).toBe('')
    const keyed = new ByteReader(once(readFileSync(join(folder, 'keyed.age'))))
    const keyedKey = await openAgeHeader(keyed, 'keyed.age', { identities })
    expect((await collect(openPayload(keyed, keyedKey))).toString()).toBe('walkthrough of 12 March')
  }, 20_000)
})

describe('an archive', () => {
  it('lists for tar as private files of nobody, at the time of the bundle', async () => {
    const { identity, recipient } = await newIdentity()
    const { privateKey } = exporter
    await writeBundle({ file: join(folder, 'b.age'), contents, facts, privateKey, lock: { recipients: [recipient] } })
    writeFileSync(join(folder, 'key.txt'), `${identity}\n`)
    const lines = shell('age -d -i key.txt b.age | TZ=UTC tar -tv --numeric-owner --full-time')
      .text.trimEnd()
      .split('\n')
    expect(lines).toHaveLength(10)
    for (const line of lines) expect(line).toMatch(/^-rw------- 0\/0 +\d+ 2026-01-15 08:30:00 \S+$/)
  })

  it('is the same, byte for byte, whenever it is written from the same content', async () => {
    const { identity, recipient } = await newIdentity()
    const { privateKey } = exporter
    writeFileSync(join(folder, 'key.txt'), `${identity}\n`)
    const hashes = []
    for (const name of ['1.age', '2.age']) {
      await writeBundle({ file: join(folder, name), contents, facts, privateKey, lock: { recipients: [recipient] } })
      hashes.push(
        createHash('sha256')
          .update(execFileSync('age', ['-d', '-i', join(folder, 'key.txt'), join(folder, name)]))
          .digest('hex'),
      )
    }
    expect(hashes[0]).toBe(hashes[1])
    copyFileSync(join(folder, '1.age'), join(folder, '3.age'))
    expect(readdirSync(folder)).toHaveLength(4)
  })
})
