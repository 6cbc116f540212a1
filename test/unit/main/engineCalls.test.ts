import { describe, expect, it } from 'vitest'
import type { EngineCall, EngineMessage } from '../../../electron/engine/wire.ts'
import { EngineCalls } from '../../../electron/main/engineCalls.ts'
import type { EngineProcess } from '../../../electron/main/engineHost.ts'

/** An engine's process in the hands of the test. */
type HandProcess = EngineProcess & {
  sent: EngineCall[]
  say: (message: EngineMessage) => void
  die: () => void
  ended: boolean
}

function handProcess(): HandProcess {
  let hear: (message: EngineMessage) => void = () => {}
  let exit: (how: string) => void = () => {}
  const process: HandProcess = {
    sent: [],
    ended: false,
    send: (call) => void process.sent.push(call),
    onMessage: (listener) => void (hear = listener),
    onExit: (listener) => void (exit = listener),
    end: () => void (process.ended = true),
    say: (message) => hear(message),
    die: () => exit('SIGKILL'),
  }
  return process
}

function setUp() {
  const parts = notBegun()
  parts.engine.begin()
  return parts
}

function notBegun() {
  const processes: HandProcess[] = []
  const states: string[] = []
  const events: [string, unknown][] = []
  const clock = { now: 0 }
  const engine = new EngineCalls({
    start: () => {
      const process = handProcess()
      processes.push(process)
      return process
    },
    now: () => clock.now,
    onState: (state) => states.push(state),
    onEvent: (event, payload) => events.push([event, payload]),
    log: () => {},
  })
  const current = () => {
    const process = processes.at(-1)
    if (process === undefined) throw new Error('no engine was started')
    return process
  }
  return { engine, processes, current, states, events, clock }
}

const gone = { ok: false, error: { code: 'engine.gone' } }

describe('the calls of the windows', () => {
  it('wait until the engine is ready', async () => {
    const { engine, current } = setUp()
    const answer = engine.call('store.status', { a: 1 }, { token: '/tmp/x' })
    expect(current().sent).toEqual([])
    current().say({ ready: true })
    expect(current().sent).toEqual([{ id: 1, method: 'store.status', params: { a: 1 }, grants: { token: '/tmp/x' } }])
    current().say({ id: 1, ok: true, result: 'open' })
    expect(await answer).toEqual({ ok: true, result: 'open' })
  })

  it('wait for an engine that starts when the window asks for it, and starts once', async () => {
    const { engine, processes, current } = notBegun()
    const answer = engine.call('store.status', {}, {})
    expect(processes).toEqual([])
    engine.begin()
    engine.begin()
    expect(processes).toHaveLength(1)
    current().say({ ready: true })
    current().say({ id: 1, ok: true, result: 'closed' })
    expect(await answer).toEqual({ ok: true, result: 'closed' })
  })

  it('get their own answers, in whatever order these come', async () => {
    const { engine, current } = setUp()
    current().say({ ready: true })
    const answers = Promise.all([engine.call('a', {}, {}), engine.call('b', {}, {})])
    current().say({ id: 2, ok: false, error: { code: 'store.wrong_passphrase', message: 'wrong', details: {} } })
    current().say({ id: 1, ok: true, result: 'first' })
    expect(await answers).toMatchObject([
      { ok: true, result: 'first' },
      { ok: false, error: { code: 'store.wrong_passphrase' } },
    ])
  })

  it('all end with engine.gone when the engine dies, and none is asked again', async () => {
    const { engine, current, processes } = setUp()
    current().say({ ready: true })
    const answers = Promise.all([engine.call('a', {}, {}), engine.call('b', {}, {})])
    current().die()
    expect(await answers).toMatchObject([gone, gone])
    expect(processes).toHaveLength(2)
    current().say({ ready: true })
    expect(current().sent).toEqual([])
  })

  it('that still waited for the engine end with engine.gone as well', async () => {
    const { engine, current } = setUp()
    const answer = engine.call('a', {}, {})
    current().die()
    expect(await answer).toMatchObject(gone)
    current().say({ ready: true })
    expect(current().sent).toEqual([])
  })

  it('are answered at once by a stopped engine', async () => {
    const { engine, current } = setUp()
    for (let death = 0; death < 4; death += 1) current().die()
    expect(await engine.call('a', {}, {})).toMatchObject(gone)
  })
})

describe('an engine that dies', () => {
  it('starts again three times a minute, then stays stopped', () => {
    const { engine, current, processes, states } = setUp()
    for (let death = 0; death < 4; death += 1) {
      current().say({ ready: true })
      current().die()
    }
    expect(processes).toHaveLength(4)
    expect(engine.state).toBe('stopped')
    expect(states.slice(-4)).toEqual(['starting', 'ready', 'gone', 'stopped'])
  })

  it('has three restarts again when a minute has passed', () => {
    const { engine, current, processes, clock } = setUp()
    for (let death = 0; death < 3; death += 1) current().die()
    clock.now = 60_000
    for (let death = 0; death < 3; death += 1) current().die()
    expect(processes).toHaveLength(7)
    expect(engine.state).toBe('starting')
  })

  it('starts once more when somebody asks for it', () => {
    const { engine, current, processes } = setUp()
    for (let death = 0; death < 4; death += 1) current().die()
    engine.begin()
    current().say({ ready: true })
    expect(engine.state).toBe('ready')
    expect(processes).toHaveLength(5)
    engine.begin()
    expect(processes).toHaveLength(5)
  })

  it('does not come back when the application ends', async () => {
    const { engine, current, processes } = setUp()
    const ended = engine.end()
    expect(current().ended).toBe(true)
    current().die()
    await ended
    expect(processes).toHaveLength(1)
  })
})

describe('an event of the engine', () => {
  it('is announced as it came', () => {
    const { current, events } = setUp()
    current().say({ event: 'job.progress', payload: { done: 3 } })
    expect(events).toEqual([['job.progress', { done: 3 }]])
  })
})

describe('an engine whose store is left', () => {
  it('closes it, ends, and another one starts that counts as no crash', async () => {
    const { engine, current, processes, states } = setUp()
    current().say({ ready: true })
    const left = engine.renew()
    void engine.renew()
    expect(current().sent).toMatchObject([{ method: 'store.lock' }])
    expect(current().ended).toBe(false)
    current().say({ id: 1, ok: true, result: {} })
    await left
    expect(current().ended).toBe(true)
    const asked = engine.call('engagement.list', {}, {})
    current().die()
    await expect(asked).resolves.toMatchObject(gone)
    expect(processes).toHaveLength(2)
    expect(states).toEqual(['starting', 'ready', 'starting'])
  })

  it('that died by itself meanwhile is started once', async () => {
    const { engine, current, processes } = setUp()
    current().say({ ready: true })
    const left = engine.renew()
    current().die()
    await left
    expect(processes).toHaveLength(2)
    expect(current().ended).toBe(false)
  })
})
