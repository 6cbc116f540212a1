import { sha256Hex } from '../../../db/store.ts'

const ending = '.tickmark'
const partEnding = `${ending}.part`
const tag = (id: string) => sha256Hex(id).slice(0, 12)

/** How names of an engagement's files begin. A name tells nothing about client, people or content. */
function engagementPrefix(engagementId: string): string {
  return `${tag(engagementId)}-`
}

function devicePrefix(engagementId: string, deviceId: string): string {
  return `${engagementPrefix(engagementId)}${tag(deviceId)}-`
}

/**
 * A name that nobody else gives: engagement, device, number, and a part of the file's random id, so that even two copies of one
 * store never write the same.
 */
export function exchangeFileName(engagementId: string, deviceId: string, number: number, bundleId: string): string {
  return `${devicePrefix(engagementId, deviceId)}${String(number).padStart(6, '0')}-${tag(bundleId)}${ending}`
}

/** Whether a name is one of an engagement's files, also as a copy that a program renamed (`… (1).tickmark`). */
export function isExchangeFileName(engagementId: string, name: string): boolean {
  return name.startsWith(engagementPrefix(engagementId)) && name.endsWith(ending)
}

/** Whether a name is what a crash of this device left of a file that it was writing. */
export function isOwnPart(engagementId: string, deviceId: string, name: string): boolean {
  return name.startsWith(devicePrefix(engagementId, deviceId)) && name.endsWith(partEnding)
}
