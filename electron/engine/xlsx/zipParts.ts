import type { FileHandle } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl'
import { readFault } from '../../../db/disk/diskFault.ts'
import { openRegularFile } from '../../../db/disk/regularFile.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { damaged } from './xmlReader.ts'

/** Parts, bytes that they unpack to, and how much larger than packed, above which a workbook is refused. */
const mostParts = 10_000
const mostBytes = 4 * 1024 ** 3
const mostRatio = 1000
/** Parts that are small however much they were packed. */
const harmlessBytes = 10 * 1024 * 1024

/** The parts of a workbook: a ZIP file whose directory was read and found sane. */
export class ZipParts {
  readonly #file: string
  readonly #handle: FileHandle | null
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(file: string, handle: FileHandle | null, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file
    this.#handle = handle
    this.#zip = zip
    this.#entries = entries
  }

  /** @throws DomainError `xlsx.not_a_workbook`, `xlsx.damaged`, `xlsx.too_large`, those of {@link openRegularFile} */
  static async open(file: string): Promise<ZipParts> {
    const handle = await openRegularFile(file)
    try {
      const zip = await fromFdPromise(handle.fd, { autoClose: false, lazyEntries: true, validateEntrySizes: true })
      return new ZipParts(file, handle, zip, await entriesOf(zip))
    } catch (error) {
      await handle.close()
      throw knownFault(error, file, notAZip())
    }
  }

  /** The parts of a workbook that is in memory. @throws DomainError as {@link open}, save those of the file */
  static async ofBytes(name: string, bytes: Buffer): Promise<ZipParts> {
    try {
      const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
      return new ZipParts(name, null, zip, await entriesOf(zip))
    } catch (error) {
      throw knownFault(error, name, notAZip())
    }
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name))
  }

  /** @returns the names of all parts */
  names(): string[] {
    return [...this.#entries.values()].map(({ fileName }) => fileName)
  }

  /** @returns how many bytes a part unpacks to */
  size(name: string): number {
    return this.#entries.get(partKey(name))?.uncompressedSize ?? 0
  }

  /**
   * The text of a part, piece by piece. Its bytes are counted as they are unpacked: what the directory says is a claim.
   * @throws DomainError `xlsx.damaged`, `disk.removed`, `file.unreadable`
   */
  async *text(name: string, signal?: AbortSignal): AsyncGenerator<{ text: string; bytes: number }> {
    const entry = this.#entries.get(partKey(name))
    if (entry === undefined) throw damaged(`it has no part ${name}`)
    let decoder: TextDecoder | null = null
    let sum = 0
    let bytes = 0
    try {
      for await (const piece of await this.#unpacked(entry)) {
        signal?.throwIfAborted()
        const chunk = piece as Buffer
        decoder ??= decoderOf(chunk)
        sum = crc32(chunk, sum)
        bytes += chunk.length
        if (bytes > entry.uncompressedSize) break
        yield { text: decoder.decode(chunk, { stream: true }), bytes }
      }
      yield { text: decoder?.decode() ?? '', bytes }
    } catch (error) {
      signal?.throwIfAborted()
      throw knownFault(error, this.#file, damaged(`the part ${name} cannot be unpacked`))
    }
    if (bytes !== entry.uncompressedSize) throw damaged(`the part ${name} has another length`)
    if (sum !== entry.crc32) throw damaged(`the part ${name} has another checksum`)
  }

  async #unpacked(entry: Entry): Promise<Readable> {
    const isStored = entry.compressionMethod === 0
    if (!isStored && entry.compressionMethod !== 8) throw damaged('a part is packed in a way that no workbook uses')
    const packed = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false })
    if (isStored) return packed
    // Whoever reads the unpacked bytes sees the fault of either stream; stopping early ends both.
    return pipeline(packed, createInflateRaw(), () => undefined)
  }

  /** The reader of the ZIP file would close its descriptor itself; it belongs to the handle. */
  async close(): Promise<void> {
    await this.#handle?.close()
  }
}

const notAZip = () =>
  new DomainError('xlsx.not_a_workbook', { reason: 'it is no ZIP file, or its list of parts is cut or wrong' })

/** @returns a fault that has a name already, one of the disk by its name, else the one given */
function knownFault(error: unknown, file: string, otherwise: DomainError): unknown {
  const fault = readFault(error, file)
  return fault instanceof DomainError ? fault : otherwise
}

/** Names are told apart without case, as the packaging conventions say (ECMA-376 Part 2). */
const partKey = (name: string) => name.toLowerCase()

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostParts) throw new DomainError('xlsx.too_large', { reason: `${zip.entryCount} parts` })
  const entries = new Map<string, Entry>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry
    const key = partKey(fileName)
    total += uncompressedSize
    if (entries.has(key)) throw damaged('it has a part twice')
    if (entry.isEncrypted()) throw new DomainError('xlsx.protected')
    const isBomb = uncompressedSize > harmlessBytes && uncompressedSize > mostRatio * compressedSize
    if (isBomb || total > mostBytes) throw new DomainError('xlsx.too_large', { reason: `${total} bytes` })
    entries.set(key, entry)
  }
  return entries
}

function decoderOf(beginning: Buffer): TextDecoder {
  const [first, second] = beginning
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return new TextDecoder(isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true })
}
