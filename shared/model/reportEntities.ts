import type { ReportSettings } from '../report/settings.ts'
import { boolean, type Field, integer, json, text } from './field.ts'

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
} as const satisfies Record<string, Record<string, Field>>
