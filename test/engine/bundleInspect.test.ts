import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBundle } from '../../electron/engine/bundle/writeBundle.ts'
import type { BundleVerdict } from '../../shared/contract/bundle.ts'
import { type Change, create } from '../../shared/journal/change.ts'
import { tick } from '../../shared/journal/clock.ts'
import { plainState, fold } from '../../shared/journal/fold.ts'
import { lockStatement } from '../../shared/lock/statement.ts'
import { signSsh } from '../../electron/engine/bundle/sshSignature.ts'
import { canonical, type EntryBody, noPrevious, sealEntry, toLine } from '../../shared/journal/entry.ts'
import { exporter, facts, textFile } from '../fixtures/bundle/sampleBundle.ts'
import { openTestEngine, type TestEngine, testPassphrase } from './openTestEngine.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const first = entryOf(1, tick(null, 1_000, 'd1'), noPrevious, 'Change approval')
const second = entryOf(2, tick(null, 2_000, 'd1'), first.hash, 'Change approval and test')
const head = { deviceId: 'd1', seq: 2, hash: second.hash }
const state = '{"control":{"c1":{"deleted":false,"title":"Change approval and test"}}}'

function entryOf(seq: number, hlc: string, prev: string, title: string) {
  return sealed(seq, hlc, prev, [{ entity: 'control', id: 'c1', field: 'title', value: title }])
}

function sealed(seq: number, hlc: string, prev: string, changes: Change[], command = 'control.save') {
  const body: EntryBody = {
    engagementId: 'e1',
    deviceId: 'd1',
    seq,
    hlc,
    at: '2026-01-15T09:30:00.000+01:00',
    actorId: 'p1',
    command,
    heads: {},
    changes,
    prev,
  }
  return sealEntry(body, sha256)
}

let engine: TestEngine

beforeEach(async () => {
  engine = await openTestEngine({ create: false })
})
afterEach(() => engine.close())

/** A bundle that its maker signed, whatever its journal and state say; and what a reader without a store is told. */
async function verdictOn(journal: string, stateText = state, heads = [head]): Promise<BundleVerdict> {
  const file = join(engine.folder, 'made.tickmark')
  const contents = [textFile('journal.jsonl', journal), textFile('state.json', stateText)]
  const lock = { passphrase: testPassphrase, workFactor: 10 }
  await writeBundle({ file, contents, facts: { ...facts, heads }, privateKey: exporter.privateKey, lock })
  return engine.call('bundle.inspect', { file, passphrase: testPassphrase })
}

const whole = `${toLine(first)}\n${toLine(second)}\n`

describe('a bundle whose maker is not to be trusted', () => {
  it('is valid when chain, heads and state agree, and its maker is shown as unknown', async () => {
    await expect(verdictOn(whole)).resolves.toMatchObject({ valid: true, entries: 2, exporter: { known: false } })
  })

  it.each([
    ['a state that the journal does not give', whole, state.replace('and test', 'or test'), [head], 'state'],
    ['an entry that was changed', whole.replace('Change approval"', 'Change whatever"'), state, [head], 'journal'],
    ['an entry that is missing', `${toLine(second)}\n`, state, [head], 'journal'],
    ['a tail that was cut', `${toLine(first)}\n`, state, [head], 'journal'],
    ['a line that is no entry', `${whole}{"hash":1}\n`, state, [head], 'journal'],
    ['no head at all', whole, state, [], 'journal'],
    ['no journal at all', '', '{}', [head], 'journal'],
  ] as const)(
    'is not valid with %s, although every hash and the signature are right',
    async (_what, journal, text, heads, check) => {
      const { valid, checks } = await verdictOn(journal, text, [...heads])
      expect(valid).toBe(false)
      expect(checks.filter(({ passed }) => !passed).map((one) => one.check)).toEqual([check])
    },
  )
})

/** A device that wrote after the first one, and what it says that it knew. */
function knowing(places: readonly { hlc: number; heads: EntryBody['heads'] }[]) {
  const stored = [first, second]
  const others: ReturnType<typeof sealEntry>[] = []
  for (const [place, { hlc, heads: known }] of places.entries()) {
    const body: EntryBody = {
      ...(JSON.parse(second.body) as EntryBody),
      deviceId: 'd2',
      seq: place + 1,
      hlc: tick(null, hlc, 'd2'),
      heads: known,
      changes: [{ entity: 'control', id: 'c1', field: 'owner', value: `Person ${place}` }],
      prev: others.at(-1)?.hash ?? noPrevious,
    }
    others.push(sealEntry(body, sha256))
  }
  const all = [...stored, ...others]
  return {
    journal: all.map((one) => `${toLine(one)}\n`).join(''),
    text: canonical(plainState(fold(all.map(({ body }) => JSON.parse(body) as EntryBody)))),
    heads: [head, { deviceId: 'd2', seq: others.length, hash: others.at(-1)?.hash ?? '' }],
  }
}

describe('a bundle in which somebody claims to have known more or less than can be', () => {
  it.each([
    [
      'knew what was written before, and forgot nothing',
      [
        { hlc: 3_000, heads: { d1: 1 } },
        { hlc: 4_000, heads: { d1: 2 } },
      ],
      [],
    ],
    ['knew what was written later', [{ hlc: 1_500, heads: { d1: 2 } }], ['journal']],
    [
      'forgot what it knew',
      [
        { hlc: 3_000, heads: { d1: 2 } },
        { hlc: 4_000, heads: { d1: 1 } },
      ],
      ['journal'],
    ],
    [
      'knew its own device',
      [
        { hlc: 3_000, heads: { d2: 1 } },
        { hlc: 4_000, heads: { d2: 1 } },
      ],
      ['journal'],
    ],
  ])('is judged without a store: a device that %s', async (_what, places, failing) => {
    const { journal, text, heads } = knowing(places)
    const { checks } = await verdictOn(journal, text, heads)
    expect(checks.filter(({ passed }) => !passed).map(({ check }) => check)).toEqual(failing)
  })
})

/** The journal of a file that was locked after its first entry, and one entry of `command` after the lock. */
function lockedJournal(command: string, change: Partial<Record<'lockedAt' | 'publicKey', string>> = {}) {
  const heads = [{ deviceId: 'd1', seq: 1, hash: first.hash }]
  const said = { engagementId: 'e1', heads, lockedBy: 'p1', lockedAt: '2026-01-15T10:00:00.000+01:00' }
  const statement = lockStatement(said)
  const signature = signSsh('tickmark-checkpoint', Buffer.from(statement, 'utf8'), exporter.privateKey)
  const { publicKey = exporter.publicKey, ...other } = change
  const lock = { heads, statement, signature, publicKey, lockedBy: 'p1', lockedAt: said.lockedAt, ...other }
  const changes = [
    ...create('teamMember', 'e1:p1', { name: 'Ada', initials: 'AL', role: 'partner', publicKey }),
    ...create('engagementLock', 'e1', lock),
  ]
  const locked = sealed(2, tick(null, 2_000, 'd1'), first.hash, changes, 'engagement.lock')
  const after = sealed(
    3,
    tick(null, 3_000, 'd1'),
    locked.hash,
    [{ entity: 'addendum', id: 'a1', field: 'reason', value: 'Late' }],
    command,
  )
  const stored = [first, locked, after]
  const plain = plainState(fold(stored.map(({ body }) => JSON.parse(body) as EntryBody)))
  return {
    journal: stored.map(toLine).join('\n'),
    state: canonical(plain),
    heads: [{ deviceId: 'd1', seq: 3, hash: after.hash }],
  }
}

describe('a bundle of a locked file whose maker is not to be trusted', () => {
  it.each([
    ['signed, with an addendum after it', lockedJournal('engagement.addendum'), []],
    ['signed, with a changed paper after it', lockedJournal('control.save'), ['lock']],
    [
      'of another time than was signed',
      lockedJournal('engagement.addendum', { lockedAt: '2026-01-14T10:00:00.000+01:00' }),
      ['lock'],
    ],
    [
      'signed with the key of somebody else',
      lockedJournal('engagement.addendum', { publicKey: 'ssh-ed25519 AAAA' }),
      ['lock'],
    ],
  ])('has a lock %s', async (_what, { journal, state: text, heads }, failing) => {
    const { checks } = await verdictOn(journal, text, heads)
    expect(checks.map(({ check }) => check)).toContain('lock')
    expect(checks.filter(({ passed }) => !passed).map(({ check }) => check)).toEqual(failing)
  })
})
