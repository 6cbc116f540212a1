import { receivedOf } from '../../db/receivedBundle.ts'
import type { bundleImportContract } from '../../shared/contract/bundleImport.ts'
import { SignerStatus } from '../../shared/contract/signer.ts'
import { keyFingerprint } from './bundle/sshPublicKey.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { importBundle } from './merge/importBundle.ts'

export const bundleImport: Handlers<typeof bundleImportContract> = {
  'bundle.import': (params, context) => importBundle(params, context),

  'bundle.received': ({ engagementId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return {
      received: receivedOf(reader, engagementId).map(({ id, ofEngagement, publicKey, signerStatus, by, ...row }) => ({
        bundleId: id,
        engagementId: ofEngagement,
        way: row.way,
        exporter: row.exporter,
        deviceId: row.deviceId,
        fingerprint: keyFingerprint(publicKey),
        signerStatus: SignerStatus.parse(signerStatus),
        purpose: row.purpose,
        createdAt: row.createdAt,
        added: row.added,
        conflicts: row.conflicts,
        by: reader.get('practitioner', by)?.name ?? by,
        at: row.at,
      })),
    }
  },
}
