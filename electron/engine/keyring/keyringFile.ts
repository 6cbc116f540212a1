import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { readFault, systemCode, writeFault } from '../../../db/disk/diskFault.ts'
import { syncFolder, syncFolderNow } from '../../../db/disk/syncFolder.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { Keyring, keyringVersion } from './keyringForm.ts'

export const keyringName = 'keyring.json'
export const previousKeyringName = 'keyring.previous.json'

const longestBytes = 256 * 1024

/** On the disk a checksum goes with the keyring, so that a rotten bit is not shown as a wrong passphrase. It proves nothing more. */
const KeyringOnDisk = z.strictObject({ ...Keyring.shape, checksum: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * Reads the keyring of a store.
 * @param name {@link previousKeyringName} for the one before the last change
 * @throws DomainError `keyring.missing`, `keyring.damaged`, `keyring.newer_version`, `file.unreadable`
 */
export async function readKeyringFile(folder: string, name = keyringName): Promise<Keyring> {
  const file = path.join(folder, name)
  let text: string
  try {
    if ((await stat(file)).size > longestBytes) damaged('it is too large')
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new DomainError('keyring.missing')
    throw readFault(error, file)
  }
  return parseKeyring(text)
}

/** @throws DomainError `keyring.damaged`, `keyring.newer_version` */
export function parseKeyring(text: string): Keyring {
  const value = parseJson(text)
  const form = z.looseObject({ format: z.literal('tickmark-keyring'), version: z.int().min(1) }).safeParse(value)
  if (!form.success) damaged('it is not a keyring')
  if (form.data.version > keyringVersion) {
    throw new DomainError('keyring.newer_version', { found: form.data.version, known: keyringVersion })
  }
  const parsed = KeyringOnDisk.safeParse(value)
  if (!parsed.success) damaged(`at ${parsed.error.issues[0]?.path.join('.') || 'its fields'}`)
  const { checksum, ...keyring } = parsed.data
  if (checksum !== checksumOf(keyring)) damaged('its checksum differs')
  return keyring
}

/**
 * Writes the keyring of a new store, or another in the place of one, so that at any moment one whole file lies there: aside,
 * durable, renamed. The one before is kept.
 * @throws DomainError `file.unwritable`, `disk.full`, `disk.removed`; the file that was there is unchanged
 */
export async function writeKeyringFile(folder: string, keyring: Keyring): Promise<void> {
  try {
    keepPrevious(folder)
    put(folder, keyringName, textOf(keyring))
    await syncFolder(folder)
  } catch (error) {
    throw writeFault(error, path.join(folder, keyringName))
  }
}

/** Removes the keyring that is kept from before the last change: it would still open for somebody who was taken out of this one. */
export async function forgetPreviousKeyring(folder: string): Promise<void> {
  const previous = path.join(folder, previousKeyringName)
  try {
    await rm(previous, { force: true })
    await syncFolder(folder)
  } catch (error) {
    throw writeFault(error, previous)
  }
}

/**
 * Puts marks into the keyring in place of those that it has, at once: where a store is locked nothing waits. The keyring before a
 * change of the passphrase stays kept.
 * @throws DomainError as {@link changeKeyring}
 */
export function writeMarks(folder: string, marks: Record<string, string>): void {
  changeKeyring(folder, (keyring) => ({ ...keyring, marks }), 'not kept')
}

/**
 * Changes the keyring that lies there at this moment: nothing else of this program can change it between reading and writing.
 * @param before whether the keyring before it is kept
 * @throws DomainError `keyring.missing`, `keyring.damaged`, `file.unwritable`, `disk.full`, `disk.removed`, and what `change`
 *   throws; the file that was there is unchanged
 */
export function changeKeyring(
  folder: string,
  change: (keyring: Keyring) => Keyring,
  before: 'kept' | 'not kept',
): void {
  const file = path.join(folder, keyringName)
  try {
    const text = textOf(change(parseKeyring(readFileSync(file, 'utf8'))))
    if (before === 'kept') keepPrevious(folder)
    put(folder, keyringName, text)
    syncFolderNow(folder)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new DomainError('keyring.missing')
    throw writeFault(error, file)
  }
}

/** Copied, not renamed: `keyring.json` itself must never be absent. A damaged one never replaces a good previous one. */
function keepPrevious(folder: string): void {
  const file = path.join(folder, keyringName)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (isWhole(text)) put(folder, previousKeyringName, text)
}

function isWhole(text: string): boolean {
  try {
    parseKeyring(text)
    return true
  } catch {
    return false
  }
}

/** Aside, durable, renamed. A part that a crash left is in the way of nobody. */
function put(folder: string, name: string, text: string): void {
  const file = path.join(folder, name)
  const part = `${file}.part`
  try {
    rmSync(part, { force: true })
    writeFileSync(part, text, { mode: 0o600, flag: 'wx', flush: true })
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return damaged('it is not JSON')
  }
}

function textOf(keyring: Keyring): string {
  return `${JSON.stringify({ ...Keyring.parse(keyring), checksum: checksumOf(keyring) }, null, 2)}\n`
}

function checksumOf(keyring: Keyring): string {
  return createHash('sha256')
    .update(canonicalize(keyring) ?? '', 'utf8')
    .digest('hex')
}

function damaged(problem: string): never {
  throw new DomainError('keyring.damaged', { problem })
}
