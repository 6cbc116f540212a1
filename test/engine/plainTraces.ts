import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { inflateRawSync, unzipSync } from 'node:zlib'

/** Beginnings of what unpacks: zlib at its usual levels, and gzip. */
const packed = [
  Buffer.from([0x78, 0x01]),
  Buffer.from([0x78, 0x9c]),
  Buffer.from([0x78, 0xda]),
  Buffer.from([0x1f, 0x8b]),
]
/** A part of a ZIP file: 30 bytes, the name, and what else its head says. */
const zipPart = Buffer.from('PK\u0003\u0004', 'latin1')
const largest = 64 * 1024 * 1024

/**
 * Looks for a text in every file of a folder, as somebody would who holds the disk: as UTF-8 and UTF-16, in base64 at each of its
 * three places and in hex, and inside whatever unpacks.
 * @returns the files that hold it, and how many were looked at: none found in none proves nothing
 */
export async function plainTraces(folder: string, text: string): Promise<{ found: string[]; files: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const forms = formsOf(text)
  const found: string[] = []
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    if (holds(bytes, forms) || unpacked(bytes).some((inner) => holds(inner, forms))) found.push(relative(folder, file))
  }
  return { found, files: files.length }
}

function holds(bytes: Buffer, forms: readonly Buffer[]): boolean {
  return forms.some((form) => bytes.includes(form))
}

function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8')
  const inBase64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before, 0x20), utf8]).toString('base64')
    // What the neighbours change is left out: the first signs, and the last ones.
    return Buffer.from(whole.slice(before === 0 ? 0 : 4, -4), 'latin1')
  })
  const utf16 = Buffer.from(text, 'utf16le')
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...inBase64, Buffer.from(utf8.toString('hex'), 'latin1')]
}

function unpacked(bytes: Buffer): Buffer[] {
  const streams = packed.flatMap((head) =>
    placesOf(bytes, head).map((at) => attempt(() => unzipSync(bytes.subarray(at), { maxOutputLength: largest }))),
  )
  const parts = placesOf(bytes, zipPart).map((at) =>
    attempt(() => {
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      return inflateRawSync(bytes.subarray(start), { maxOutputLength: largest })
    }),
  )
  return [...streams, ...parts].filter((inner) => inner !== null)
}

function attempt(work: () => Buffer): Buffer | null {
  try {
    return work()
  } catch {
    return null
  }
}

function placesOf(bytes: Buffer, part: Buffer): number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(part); at !== -1; at = bytes.indexOf(part, at + 1)) places.push(at)
  return places
}
