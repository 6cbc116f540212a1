import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { armor } from 'age-encryption'
import * as vectors from 'cctv-age'
import { describe, expect, it } from 'vitest'
import { openAgeHeader, type Unlock } from '../../../electron/engine/bundle/ageHeader.ts'
import { openPayload } from '../../../electron/engine/bundle/agePayload.ts'
import { ByteReader } from '../../../electron/engine/bundle/byteReader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'

/** The public vectors of the age format (C2SP/CCTV): each file names the outcome that every implementation has to have. */
type Vector = { expect: string; payload: string | undefined; unlock: Unlock; file: Uint8Array; armored: boolean }

function readVector(bytes: Uint8Array): Vector {
  const buffer = Buffer.from(bytes)
  const end = buffer.indexOf('\n\n')
  const fields = buffer
    .toString('utf8', 0, end)
    .split('\n')
    .map((line) => line.split(': ', 2))
  const all = (key: string) => fields.flatMap(([name, value]) => (name === key && value !== undefined ? [value] : []))
  const body = buffer.subarray(end + 2)
  const [passphrase] = all('passphrase')
  return {
    expect: all('expect')[0] ?? '',
    payload: all('payload')[0],
    unlock: passphrase === undefined ? { identities: all('identity') } : { passphrase },
    file: all('compressed')[0] === 'zlib' ? inflateSync(body) : body,
    armored: all('armored')[0] === 'yes',
  }
}

/** Takes the file in pieces of a length that fits no block, as a disk may give it. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += 4099) yield bytes.subarray(i, i + 4099)
}

async function decrypt({ file, unlock, armored }: Vector): Promise<{ outcome: string; released: string }> {
  const hash = createHash('sha256')
  const answer = (outcome: string) => ({ outcome, released: hash.digest('hex') })
  let binary = file
  if (armored) {
    try {
      binary = armor.decode(Buffer.from(file).toString('latin1'))
    } catch {
      return answer('armor failure')
    }
  }
  try {
    const reader = new ByteReader(inPieces(binary))
    const fileKey = await openAgeHeader(reader, 'vector.age', unlock)
    for await (const piece of openPayload(reader, fileKey)) hash.update(piece)
    return answer('success')
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return answer(outcomeOf(error))
  }
}

function outcomeOf({ code, details }: DomainError): string {
  const noMatch = ['bundle.not_for_you', 'bundle.needs_identity', 'bundle.needs_passphrase', 'bundle.wrong_passphrase']
  if (noMatch.includes(code)) return 'no match'
  return `${String(details['part'])} failure`
}

/** A header that was changed is one finding to us, whether it no longer parses or its authentication fails. */
const sameToUs: Readonly<Record<string, string>> = { 'HMAC failure': 'header failure' }

describe('the public vectors of the age format', () => {
  const all = Object.entries(vectors)
  let run = 0

  it.each(all)('%s has the outcome that the vector names', async (_name, bytes) => {
    const vector = readVector(bytes)
    const { outcome, released } = await decrypt(vector)
    expect(outcome).toBe(sameToUs[vector.expect] ?? vector.expect)
    expect(vector.payload === undefined ? undefined : released).toBe(vector.payload)
    run += 1
  })

  it('were all run: 26 good files and 117 bad ones', () => {
    expect(run).toBe(143)
    const outcomes = all.map(([, bytes]) => readVector(bytes).expect)
    expect(outcomes).toHaveLength(143)
    expect(outcomes.filter((outcome) => outcome === 'success')).toHaveLength(26)
  })
})
