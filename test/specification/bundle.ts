import { createHash, createPublicKey, verify } from 'node:crypto'
import { canonicalJson, type Json } from './canonicalJson.ts'
import { type Head, sha256 } from './journal.ts'
import { Refusal } from './refusal.ts'

/**
 * A second reader of bundles, written from docs/BUNDLE.md and from nothing else: it imports none of the program. It begins with
 * the archive that `age -d` gives.
 */
export type Manifest = {
  format: string
  version: number
  engagement: { id: string }
  created: string
  exporter: { publicKey: string }
  heads: Head[]
  continues?: Head[]
  files: { path: string; size: number; sha256: string }[]
}

export type Contents = { manifest: Manifest; files: Map<string, Buffer> }

/** @returns the files of an archive, all of them verified; throws with the reason otherwise */
export function readArchive(archive: Buffer): Contents {
  const time = Number.parseInt(archive.toString('latin1', 136, 147), 8)
  const read = files(archive, time)
  const [manifestFile, signatureFile] = read
  if (manifestFile?.path !== 'manifest.json' || signatureFile?.path !== 'manifest.json.sig') throw new Refusal('order')
  const key = signerOf(signatureFile.content, manifestFile.content)
  const text = manifestFile.content.toString('utf8')
  const manifest = JSON.parse(text) as Manifest & { [key: string]: Json }
  if (canonicalJson(manifest) !== text) throw new Refusal('the manifest is not canonical')
  if (manifest.format !== 'tickmark-bundle' || manifest.version !== 1) throw new Refusal('another format')
  if (manifest.exporter.publicKey !== key) throw new Refusal('signed with another key')
  if (Math.floor(Date.parse(manifest.created) / 1000) !== time) throw new Refusal('another time')
  const listed = manifest.files.map(({ path, size, sha256: hash }) => `${path} ${size} ${hash}`)
  const found = read.slice(2).map(({ path, content }) => `${path} ${content.length} ${sha256(content)}`)
  if (listed.join('\n') !== found.join('\n')) throw new Refusal('the files are not the listed ones')
  const sums = manifest.files
    .filter(({ path }) => path !== 'SHA256SUMS')
    .map((file) => `${file.sha256}  ${file.path}\n`)
  const contents = new Map(read.map(({ path, content }) => [path, content]))
  if (contents.get('SHA256SUMS')?.toString() !== sums.join('')) throw new Refusal('SHA256SUMS')
  if (contents.get('allowed_signers')?.toString() !== `exporter namespaces="tickmark-bundle" ${key}\n`)
    throw new Refusal('allowed_signers')
  return { manifest, files: contents }
}

function files(archive: Buffer, time: number): { path: string; content: Buffer }[] {
  const read: { path: string; content: Buffer }[] = []
  let at = 0
  while (archive.readUInt8(at) !== 0) {
    const path = archive.toString('latin1', at, at + 100).replace(/\0+$/, '')
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 135), 8)
    if (!archive.subarray(at, at + 512).equals(header(path, size, time))) throw new Refusal('a header')
    read.push({ path, content: archive.subarray(at + 512, at + 512 + size) })
    const end = at + 512 + Math.ceil(size / 512) * 512
    if (archive.subarray(at + 512 + size, end).some((byte) => byte !== 0)) throw new Refusal('the padding')
    at = end
  }
  if (archive.length !== at + 1024 || archive.subarray(at).some((byte) => byte !== 0)) throw new Refusal('the end')
  return read
}

/** The 512 bytes that the table of docs/BUNDLE.md gives. */
function header(path: string, size: number, time: number): Buffer {
  const block = Buffer.alloc(512)
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  const put = (at: number, text: string) => block.write(text, at, 'latin1')
  put(0, path)
  put(100, '0000600')
  put(108, '0000000')
  put(116, '0000000')
  put(124, octal(size, 11))
  put(136, octal(time, 11))
  put(148, '        ')
  put(156, '0')
  put(257, 'ustar')
  put(263, '00')
  put(329, '0000000')
  put(337, '0000000')
  put(
    148,
    `${octal(
      block.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
  )
  return block
}

const string = (bytes: Uint8Array | string) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(bytes))
  return Buffer.concat([length, Buffer.from(bytes)])
}
const keyStart = Buffer.concat([string('ssh-ed25519'), Buffer.from([0, 0, 0, 32])])

/** @returns the key `ssh-ed25519 …` that signed a text in a namespace; throws where the signature does not hold */
export function signerOf(armor: Buffer, text: Buffer, namespace = 'tickmark-bundle'): string {
  const blob = Buffer.from(armor.toString('latin1').split('\n').slice(1, -2).join(''), 'base64')
  const key = blob.subarray(14 + keyStart.length, 46 + keyStart.length)
  const signature = blob.subarray(-64)
  const signed = [string(namespace), string(''), string('sha512')]
  const message = Buffer.concat([Buffer.from('SSHSIG'), ...signed, string(createHash('sha512').update(text).digest())])
  const whole = Buffer.concat([
    Buffer.from('SSHSIG\0\0\0\x01', 'latin1'),
    string(Buffer.concat([keyStart, key])),
    ...signed,
    string(Buffer.concat([string('ssh-ed25519'), string(signature)])),
  ])
  const lines =
    whole
      .toString('base64')
      .match(/.{1,70}/g)
      ?.join('\n') ?? ''
  const written = `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`
  if (written !== armor.toString('latin1')) throw new Refusal('not a signature in the one form')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }
  if (!verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature))
    throw new Refusal('the signature')
  return `ssh-ed25519 ${Buffer.concat([keyStart, key]).toString('base64')}`
}
