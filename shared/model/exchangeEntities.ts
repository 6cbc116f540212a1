import { boolean, type Field, integer, json, optional, text } from './field.ts'

/** Where a device's chain ended in something that was received. */
type ReceivedHead = { deviceId: string; seq: number; hash: string }

/** Entities of working together: whom this store knows, what it received and what it left for others. All belong to the store. */
export const exchangeEntities = {
  /** Somebody to encrypt for. `recipient` is the age key; `compared` says that its words were compared with them. */
  colleague: {
    name: text(),
    recipient: text(),
    compared: boolean(),
    removedBecause: optional(text()),
    addedBy: text(),
    addedAt: text(),
  },
  /** A key whose signature this store believes, as a line of `allowed_signers`; instants as in that file, UTC. */
  signer: {
    principal: text(),
    publicKey: text(),
    validAfter: optional(text()),
    validBefore: optional(text()),
    origin: text<'file' | 'card' | 'words'>(),
    removedBecause: optional(text()),
    addedBy: text(),
    addedAt: text(),
  },
  /** What was taken from somebody: a bundle, or a part from an exchange folder. Its id is the bundle's. */
  receivedBundle: {
    ofEngagement: text(),
    way: text<'bundle' | 'exchange'>(),
    exporter: text(),
    deviceId: text(),
    publicKey: text(),
    signerStatus: text<'own' | 'known' | 'expired' | 'not_yet_valid' | 'other_key' | 'unknown'>(),
    purpose: text(),
    createdAt: text(),
    heads: json<ReceivedHead[]>(),
    added: integer(),
    conflicts: integer(),
    by: text(),
    at: text(),
  },
  /** The folder in which a team meets over an engagement; its id is the engagement's. */
  exchangeFolder: {
    path: text(),
    left: boolean(),
    lastSync:
      optional(
        json<{
          at: string
          added: number
          conflicts: number
          written: number
          problems: { file: string; code: string; message: string }[]
        }>(),
      ),
    by: text(),
    at: text(),
  },
  /** A file that this device left in an exchange folder. */
  exchangeFile: {
    ofEngagement: text(),
    folder: text(),
    name: text(),
    bytes: integer(),
    fromSeq: integer(),
    toSeq: integer(),
    recipients: json<string[]>(),
    at: text(),
  },
} as const satisfies Record<string, Record<string, Field>>
