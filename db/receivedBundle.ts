import type { EntityRow } from '../shared/model/entities.ts'
import type { Reader } from './reader.ts'

type Received = EntityRow<'receivedBundle'>

/** @returns what was received for an engagement, newest first */
export function receivedOf(reader: Reader, engagementId: string): Received[] {
  return reader.list('receivedBundle', { ofEngagement: engagementId }, 'at').toReversed()
}

/** @returns what a device made last, of what was received from it for an engagement */
export function lastReceived(
  reader: Reader,
  engagementId: string,
  deviceId: string,
): Pick<Received, 'createdAt' | 'at'> | undefined {
  return reader
    .list('receivedBundle', { ofEngagement: engagementId, deviceId })
    .toSorted((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt))[0]
}
