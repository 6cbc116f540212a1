import fc from 'fast-check'
import { z } from 'zod'
import { contract, type MethodName } from '../../../shared/contract/index.ts'
import { hostileValue } from './hostileValues.ts'
import { type Existing, type Schema, valuesOf } from './schemaValues.ts'

/** @returns parameters of a method: what its schema takes, the same with one place spoilt, and anything at all */
export function paramsOf(method: MethodName, existing: Existing): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(contract[method].params, { io: 'input', unrepresentable: 'any' }) as Schema
  const valid = valuesOf(schema, existing)
  const nearly = fc.tuple(valid, fc.nat(), hostileValue).map(([params, place, value]) => spoilt(params, place, value))
  return fc.oneof(
    { weight: 5, arbitrary: valid },
    { weight: 4, arbitrary: nearly },
    { weight: 1, arbitrary: hostileValue },
  )
}

type Holder = Record<string, unknown>

/** @returns a copy in which one place holds another value, is gone, or has an unknown neighbour */
function spoilt(params: unknown, place: number, value: unknown): unknown {
  const copy = structuredClone(params)
  const places = placesOf(copy)
  const chosen = places[place % Math.max(1, places.length)]
  if (chosen === undefined) return { unknown: value }
  const [holder, key] = chosen
  if (place % 7 === 0) Reflect.deleteProperty(holder, key)
  else if (place % 7 === 1) holder['unknown'] = value
  else holder[key] = value
  return copy
}

function placesOf(value: unknown): [Holder, string][] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  const holder = value as Holder
  return Object.keys(holder).flatMap((key) => [[holder, key] as [Holder, string], ...placesOf(holder[key])])
}
