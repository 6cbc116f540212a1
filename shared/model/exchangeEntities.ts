import type { Span } from '../exchange/coverage.ts'
import { boolean, type Field, integer, json, optional, text } from './field.ts'

/** Where a device's chain ended in something that was received. */
type ReceivedHead = { deviceId: string; seq: number; hash: string }

/** What an exchange came to. */
type LastSync = {
  at: string
  added: number
  conflicts: number
  sent: number
  waiting: NotTaken[]
  refused: NotTaken[]
}
type NotTaken = { file: string; code: string; message: string }

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
    /** Whom the files are for; `null` is every colleague whose words were compared. */
    colleagueIds: optional(json<string[]>()),
    lastSync: optional(json<LastSync>()),
    setBy: text(),
    setAt: text(),
  },
  /** A file of an exchange folder that this store knows: it left it, or took all of it. Its id is engagement and name. */
  exchangeFile: {
    ofEngagement: text(),
    name: text(),
    bytes: integer(),
    way: text<'left' | 'taken'>(),
    spans: json<Span[]>(),
    recipients: json<string[]>(),
    at: text(),
  },
} as const satisfies Record<string, Record<string, Field>>
