import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { systemCode } from '../../../db/disk/diskFault.ts'
import { openRegularFile, readPieces } from '../../../db/disk/regularFile.ts'
import { inTurns } from '../../../db/disk/streamRooms.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { keyWords, readPublicKey, writePublicKey } from '../bundle/sshPublicKey.ts'
import { verifySsh } from '../bundle/sshSignature.ts'
import { readSmallBytes } from '../smallFile.ts'
import { version as running } from '../version.ts'
import { compareVersions } from './compareVersions.ts'
import { readSignedStatement, type SignedStatement } from './releaseStatement.ts'

const longestStatement = 16 * 1024

/** @returns where what the publisher signed about an installer lies */
export const statementOf = (installer: string): string => `${installer}.signed`

/**
 * Holds an installer against what its publisher signed about it. It reads both files and does nothing else.
 * @param publishers keys of those who publish this program, in SSH text form
 * @throws DomainError `release.*`, and those of reading a file
 */
export async function checkRelease(
  installer: string,
  publishers: readonly string[],
  signal: AbortSignal,
): Promise<ResultOf<'release.check'>> {
  const name = basename(installer)
  const signed = readSignedStatement(await statementBeside(installer))
  const publisher = signerOf(signed)
  if (!publishers.map(plainKey).includes(publisher)) {
    throw new DomainError('release.unknown_publisher', { words: keyWords(publisher) })
  }
  const { statement } = signed
  if (statement.file !== name) throw other(name, `that one is called ${statement.file}`)
  const { sha256, bytes } = await measured(installer, signal)
  if (bytes !== statement.bytes) throw other(name, `it has ${bytes} bytes, and that one ${statement.bytes}`)
  if (sha256 !== statement.sha256) throw other(name, 'its SHA-256 is another')
  const { version } = statement
  const relation = compareVersions(version, running)
  return { name, bytes, sha256, version, running, relation, publisherWords: keyWords(publisher) }
}

async function statementBeside(installer: string): Promise<Buffer> {
  const path = statementOf(installer)
  try {
    return await readSmallBytes(path, longestStatement)
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new DomainError('release.not_signed', { name: basename(installer), statement: basename(path) })
  }
}

const isMissing = (error: unknown): boolean =>
  systemCode(error) === 'ENOENT' || (error instanceof DomainError && error.details['reason'] === 'ENOENT')

function signerOf({ signed, armor }: SignedStatement): string {
  try {
    return verifySsh('tickmark-release', signed, armor)
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError('release.invalid_signature')
    throw error
  }
}

/** A key without its comment. */
const plainKey = (key: string): string => writePublicKey(readPublicKey(key))

async function measured(path: string, signal: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const handle = await openRegularFile(path)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of readPieces(handle, basename(path), { signal, room: inTurns(2) })) {
      hash.update(piece)
      bytes += piece.length
    }
    return { sha256: hash.digest('hex'), bytes }
  } finally {
    await handle.close()
  }
}

const other = (name: string, problem: string) => new DomainError('release.other_file', { name, problem })
