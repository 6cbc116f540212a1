import type { ReportSettings } from '../report/settings.ts'
import type { ReportFormat } from '../contract/report.ts'
import { boolean, type Field, integer, json, optional, text } from './field.ts'

/** Entities of the firm's reports: its choices, version by version, and its templates. */
export const reportEntities = {
  /** Never changed after; its id is its number. */
  reportSettingsVersion: {
    version: integer(),
    settings: json<ReportSettings>(),
    note: text(),
    savedBy: text(),
    savedAt: text(),
  },
  /** One state of a template; versions of one name follow each other. The file is in the store by its SHA-256. */
  reportTemplate: {
    name: text(),
    version: integer(),
    sha256: text(),
    size: integer(),
    fields: json<string[]>(),
    retired: boolean(),
    savedBy: text(),
    savedAt: text(),
  },
  /** A report that left the store. Its text is in the store by its SHA-256, for the difference of another one. */
  exportedReport: {
    /** The engagement that it is of; the record is the store's, since a locked file takes none. */
    ofEngagement: text(),
    format: text<ReportFormat>(),
    /** Name of the file, without its folder. */
    fileName: text(),
    fileSha256: text(),
    textSha256: text(),
    textSize: integer(),
    templateId: optional(text()),
    /** Where the journals of the engagement ended: which papers it says. */
    heads: json<{ deviceId: string; seq: number; hash: string }[]>(),
    by: text(),
    at: text(),
  },
} as const satisfies Record<string, Record<string, Field>>
