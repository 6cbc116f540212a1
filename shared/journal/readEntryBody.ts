import type { Change, JsonValue } from './change.ts'
import type { EntryBody, Heads } from './entry.ts'

const deepestValue = 20

/**
 * Reads the bytes of an entry without trusting them.
 * @returns the entry, or `null` where they are not JSON of exactly the form of {@link EntryBody}
 */
export function readEntryBody(body: string): EntryBody | null {
  const value = parse(body)
  if (!isRecord(value)) return null
  const { engagementId, deviceId, seq, hlc, at, actorId, command, heads, changes, prev } = value
  const isEntry =
    Object.keys(value).length === 10 &&
    [engagementId, deviceId, hlc, at, actorId, command].every(isName) &&
    isCount(seq) &&
    isHeads(heads) &&
    Array.isArray(changes) &&
    changes.every(isChange) &&
    namesEachFieldOnce(changes) &&
    typeof prev === 'string' &&
    /^[0-9a-f]{64}$/.test(prev)
  return isEntry ? (value as EntryBody) : null
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 400
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}

function isHeads(value: unknown): value is Heads {
  return isRecord(value) && Object.entries(value).every(([device, seq]) => isName(device) && isCount(seq))
}

function isChange(value: unknown): value is Change {
  return (
    isRecord(value) &&
    Object.keys(value).length === 4 &&
    isName(value['entity']) &&
    isName(value['id']) &&
    isName(value['field']) &&
    isJson(value['value'], deepestValue)
  )
}

function isJson(value: unknown, depth: number): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth === 0) return false
  return (Array.isArray(value) ? value : Object.values(value as object)).every((item) => isJson(item, depth - 1))
}

/** An entry that sets a field twice would have no one value. */
function namesEachFieldOnce(changes: readonly Change[]): boolean {
  return new Set(changes.map(({ entity, id, field }) => JSON.stringify([entity, id, field]))).size === changes.length
}
