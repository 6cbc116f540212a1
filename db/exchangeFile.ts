import type { EntityRow } from '../shared/model/entities.ts'
import type { Reader } from './reader.ts'

/** @returns the files of exchange folders that a store knows of an engagement: those that it left, and those that it took whole */
export function exchangeFilesOf(reader: Reader, engagementId: string): EntityRow<'exchangeFile'>[] {
  return reader.list('exchangeFile', { ofEngagement: engagementId }, 'name')
}
