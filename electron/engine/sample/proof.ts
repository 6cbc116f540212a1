import { createHash } from 'node:crypto'
import { lstat, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { syncFolder } from '../../../db/disk/syncFolder.ts'
import { systemCode, writeFault } from '../../../db/disk/diskFault.ts'
import { writeDurably } from '../../../db/disk/writeDurably.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type ProofFile, proofFiles } from '../../../shared/sample/proofFiles.ts'
import { proofReadme } from '../../../shared/sample/proofReadme.ts'
import type { JobContext } from '../handler.ts'
import { describeSample } from './load.ts'
import { loadSource, within } from './source.ts'

type Written = { name: string; sha256: string }

/**
 * Writes the proof into a folder beside its place and gives it its name at the end, so that a proof is whole or not there.
 * @throws DomainError as the contract of `sample.proof` lists, and `sample.id_not_a_line`
 */
export async function writeProof(
  params: CheckedParamsOf<'sample.proof'>,
  context: JobContext,
): Promise<ResultOf<'sample.proof'>> {
  const folder = path.resolve(context.resolvePath(params.file))
  const files = proofOf(context.reader, params.sampleId)
  await refuseExisting(folder)
  try {
    const staging = await mkdtemp(path.join(path.dirname(folder), '.proof-'))
    try {
      const written = await writeAll(staging, files, context)
      await refuseExisting(folder)
      await rename(staging, folder)
      await syncFolder(path.dirname(folder))
      return { folder, files: written }
    } finally {
      await rm(staging, { recursive: true, force: true })
    }
  } catch (error) {
    throw writeFault(error, folder)
  }
}

function proofOf(reader: Reader, sampleId: string): ProofFile[] {
  const sample = describeSample(reader, sampleId)
  const items = sample.items.map((item) => ({ ...item, replaced: item.replacedBecause !== null }))
  if (sample.method === 'targeted') throw new DomainError('sample.not_provable')
  const source = within(loadSource(reader, sample.populationId), sample.window)
  if (source.idsSha256 !== sample.idsSha256) throw new DomainError('population.changed')
  const proven = { ...sample, items }
  const proof = proofFiles(proven, source.items)
  return [...proof.files, { name: 'README.md', lines: proofReadme(proven, sample, proof).trimEnd().split('\n') }]
}

async function writeAll(staging: string, files: readonly ProofFile[], context: JobContext): Promise<Written[]> {
  const written: Written[] = []
  for (const file of files) {
    context.progress(written.length, files.length + 1, 'proof')
    written.push(await write(staging, file, context))
  }
  const sums = written.map(({ name, sha256 }) => `${sha256}  ${name}`)
  written.push(await write(staging, { name: 'SHA256SUMS', lines: sums }, context))
  await syncFolder(staging)
  return written
}

const linesAtOnce = 5000

async function write(staging: string, { name, lines }: ProofFile, { pause }: JobContext): Promise<Written> {
  const hash = createHash('sha256')
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let from = 0; from < lines.length; from += linesAtOnce) {
      const piece = Buffer.from(
        lines
          .slice(from, from + linesAtOnce)
          .map((line) => `${line}\n`)
          .join(''),
        'utf8',
      )
      hash.update(piece)
      yield piece
      await pause()
    }
  }
  await writeDurably(path.join(staging, name), pieces())
  return { name, sha256: hash.digest('hex') }
}

/** A folder that is there is never written into, nor replaced. */
async function refuseExisting(folder: string): Promise<void> {
  try {
    await lstat(folder)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return
    throw error
  }
  throw new DomainError('file.already_exists', { name: path.basename(folder) })
}
