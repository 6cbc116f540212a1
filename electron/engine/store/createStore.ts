import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../../../db/disk/diskFault.ts'
import { syncFolder } from '../../../db/disk/syncFolder.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import { Store, storeFileName } from '../../../db/store.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create } from '../../../shared/journal/change.ts'
import { newSigningKey } from '../bundle/signingKey.ts'
import type { JobContext } from '../handler.ts'
import { createKeyring } from '../keyring/keyring.ts'
import { writeKeyringFile } from '../keyring/keyringFile.ts'
import { storeScope } from '../teamMember.ts'

type NewStore = CheckedParamsOf<'store.create'>

/** Where a store is built before it counts: a crash in between leaves a folder that the next try removes. */
const buildFolderName = '.creating'

/**
 * Creates an encrypted store with its first practitioner and leaves it closed. The store file gets its name last.
 * @throws DomainError `store.already_exists`, `store.folder_not_writable`, those of the passphrase
 */
export async function createStore(params: NewStore, context: JobContext): Promise<ResultOf<'store.create'>> {
  const folder = context.resolvePath(params.folder)
  if (existsSync(join(folder, storeFileName))) throw new DomainError('store.already_exists')
  const build = join(folder, buildFolderName)
  await prepareFolder(build)
  const storeId = context.newId()
  const practitionerId = context.newId()
  const { publicKey, privateKey } = newSigningKey(context.random, params.name)
  const { keyring, dataKey, recoveryCode } = await createKeyring(storeId, {
    practitionerId,
    passphrase: params.passphrase,
    signingKey: privateKey,
    random: context.random,
    cost: context.passphraseCost,
  })
  try {
    fill(build, Buffer.from(dataKey), { storeId, practitionerId, publicKey, params, context })
  } finally {
    wipe(dataKey, privateKey)
  }
  await writeKeyringFile(folder, keyring)
  await rename(join(build, storeFileName), join(folder, storeFileName))
  await rm(build, { recursive: true, force: true })
  await syncFolder(folder)
  return { storeId, practitionerId, recoveryCode }
}

async function prepareFolder(build: string): Promise<void> {
  try {
    await rm(build, { recursive: true, force: true })
    await mkdir(build, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new DomainError('store.folder_not_writable', { reason: systemCode(error) ?? 'unknown' })
  }
}

function fill(
  folder: string,
  key: Buffer,
  {
    storeId,
    practitionerId,
    publicKey,
    params,
    context,
  }: { storeId: string; practitionerId: string; publicKey: string; params: NewStore; context: JobContext },
): void {
  const { now, newId } = context
  const store = Store.create(folder, key, { storeId, deviceId: newId(), createdAt: now.at })
  try {
    const { name, initials, role } = params
    store.transaction(() => {
      store.append({
        engagementId: storeScope,
        actorId: practitionerId,
        command: 'store.create',
        changes: create('practitioner', practitionerId, { name, initials, role, publicKey }),
        now,
      })
    })
  } finally {
    store.close()
    key.fill(0)
  }
}
