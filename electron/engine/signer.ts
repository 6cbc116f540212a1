import type { Reader } from '../../db/reader.ts'
import type { Signer, signerContract } from '../../shared/contract/signer.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { hide, update } from '../../shared/journal/change.ts'
import type { EntityRow } from '../../shared/model/entities.ts'
import { keyFingerprint, keyWords, readPublicKey } from './bundle/sshPublicKey.ts'
import { exportFile } from './exportFile.ts'
import type { Handlers } from './handler.ts'
import { writeAllowedSigners } from './signer/allowedSigners.ts'
import { importSigners } from './signer/importFile.ts'
import { signerChanges, signerOf } from './signer/save.ts'
import { storeScope } from './teamMember.ts'

export const signer: Handlers<typeof signerContract> = {
  'signer.list': (_params, { reader }) => ({
    signers: reader.list('signer', {}, 'principal').map((row) => describe(reader, row)),
  }),

  'signer.add': ({ validAfter = null, validBefore = null, ...given }, context) => {
    const { reader } = context
    readPublicKey(given.publicKey)
    const known = signerOf(reader, given.publicKey)
    if (known !== undefined) throw new DomainError('signer.known', { principal: known.principal })
    if (validAfter !== null && validBefore !== null && Date.parse(validBefore) <= Date.parse(validAfter))
      throw new DomainError('signer.invalid_time')
    const { signerId, changes } = signerChanges({ ...given, validAfter, validBefore }, 'words', context)
    return { engagementId: storeScope, changes, answer: () => ({ signerId }) }
  },

  'signer.remove': ({ signerId, reason }, { reader }) => {
    if (reader.get('signer', signerId) === undefined) throw new DomainError('signer.not_found')
    const changes = [...update('signer', signerId, { removedBecause: reason }), ...hide('signer', signerId)]
    return { engagementId: storeScope, changes, answer: () => ({}) }
  },

  'signer.import': (params, context) => importSigners(params, context),

  'signer.export': async (params, { reader, resolvePath, signal }) => {
    const file = resolvePath(params.file)
    const own = reader.list('practitioner', {}, 'name').map(({ name, publicKey, leftAt }) => ({
      principal: name,
      publicKey,
      validAfter: null,
      validBefore: leftAt,
    }))
    const text = writeAllowedSigners([...own, ...reader.list('signer', {}, 'principal')])
    await exportFile(file, [Buffer.from(text, 'utf8')], signal)
    return { file, signers: own.length + reader.list('signer', {}).length }
  },
}

function describe(reader: Reader, row: EntityRow<'signer'>): Signer {
  const { id, principal, publicKey, validAfter, validBefore, origin, addedBy, addedAt } = row
  return {
    signerId: id,
    principal,
    publicKey,
    fingerprint: keyFingerprint(publicKey),
    words: keyWords(publicKey),
    validAfter,
    validBefore,
    origin,
    addedBy: reader.get('practitioner', addedBy)?.name ?? addedBy,
    addedAt,
  }
}
