import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'

const program = resolve('electron/cli/tickmark.ts')
let folder: string

type Finished = { status: number; stdout: string; stderr: string }

/** Runs the headless host as a user would, in a folder of its own; what was compiled once is kept there for the next run. */
function tickmark(args: string[], input = '', from = program): Promise<Finished> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [from, ...args],
      { cwd: folder, maxBuffer: 1 << 26, env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') } },
      (error, stdout, stderr) => done({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
    child.stdin?.end(input)
  })
}

const json = ({ stdout }: Finished): unknown => JSON.parse(stdout)
const lastError = ({ stderr }: Finished): unknown => JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}')
const open = ['--passphrase-file', 'passphrase']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-cli-'))
  await writeFile(join(folder, 'passphrase'), 'an ordinary sentence of a test\n')
  await writeFile(join(folder, 'wrong'), 'another sentence altogether\n')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the headless host', () => {
  it('creates a store and answers a call with one JSON result', async () => {
    const created = await tickmark([
      'init',
      'store',
      '--name',
      'Ada Cole',
      '--initials',
      'AC',
      '--role',
      'preparer',
      ...open,
    ])
    expect(created.status).toBe(0)
    expect(json(created)).toHaveProperty('recoveryCode')
    const list = await tickmark(['call', 'store', 'engagement.list', '{}', ...open])
    expect(json(list)).toEqual({ engagements: [] })
  })

  it('ends with 1 and the error as the last line where a rule of the trade is not met', async () => {
    const wrong = await tickmark(['call', 'store', 'engagement.list', '--passphrase-file', 'wrong'])
    expect(wrong.status).toBe(1)
    expect(lastError(wrong)).toMatchObject({ error: { code: 'store.wrong_passphrase' } })
    const unknown = await tickmark(['call', 'store', 'engagement.shred', '{}', ...open])
    expect(unknown.status).toBe(1)
    expect(lastError(unknown)).toMatchObject({ error: { code: 'call.unknown_method' } })
  })

  it('ends with 2 where it is not used as it says', async () => {
    const finished = await Promise.all([
      tickmark([]),
      tickmark(['call', 'store']),
      tickmark(['call', 'store', 'engagement.list', '{', ...open]),
    ])
    expect(finished.map(({ status }) => status)).toEqual([2, 2, 2])
  })

  it('takes the same words, input and passphrase as npm starts it, built or from its sources', async () => {
    const started = resolve('electron/dev/tickmark.ts')
    const call = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'engagement.list', params: {} })
    const served = await tickmark(['rpc', 'store', ...open], `${call}\n`, started)
    expect([served.status, json(served)]).toEqual([0, { jsonrpc: '2.0', id: 7, result: { engagements: [] } }])
    expect((await tickmark(['call', 'store'], '', started)).status).toBe(2)
  })

  it('ends quietly where its reader has read enough', async () => {
    const command = `"${process.execPath}" "${program}" methods | head -c 20`
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command])
    expect([stdout.length, stderr]).toEqual([20, ''])
  })

  it('describes every method of the contract with its JSON Schemas', async () => {
    const { methods } = json(await tickmark(['methods'])) as {
      methods: { method: string; params: { type?: string; anyOf?: unknown; oneOf?: unknown } }[]
    }
    expect(methods.map(({ method }) => method).toSorted()).toEqual(Object.keys(contract).toSorted())
    const isObject = ({ type, anyOf, oneOf }: (typeof methods)[number]['params']) =>
      type === 'object' || anyOf !== undefined || oneOf !== undefined
    expect(methods.filter(({ params }) => !isObject(params))).toEqual([])
  })

  it('says how many reference cases passed, and fails when one does not', async () => {
    const one = {
      id: 'X',
      method: 'sampling.size',
      params: { model: 'binomial', confidence: 0.9, tolerableRate: 0.05, expectedRate: 0 },
    }
    await writeFile(
      join(folder, 'good.json'),
      JSON.stringify([
        { ...one, expected: { sampleSize: 45 } },
        {
          ...one,
          params: { ...one.params, expectedRate: 0.05 },
          expected: { error: 'sampling.expected_not_below_tolerable' },
        },
      ]),
    )
    await writeFile(join(folder, 'bad.json'), JSON.stringify([{ ...one, expected: { sampleSize: 44 } }]))
    const [good, bad] = await Promise.all([tickmark(['golden', 'good.json']), tickmark(['golden', 'bad.json'])])
    expect([good.status, good.stdout.trim().split('\n').at(-1)]).toEqual([0, '2 passed, 0 failed'])
    expect([bad.status, bad.stdout.trim().split('\n').at(-1)]).toEqual([1, '0 passed, 1 failed'])
  })

  it(
    'makes the sample engagement, exports it over JSON-RPC, and verifies the bundle without a store',
    { timeout: 120_000 },
    async () => {
      const { engagementId } = json(await tickmark(['demo', 'sample', ...open])) as { engagementId: string }
      const calls = [
        { method: 'engagement.get', params: { engagementId } },
        { method: 'deviation.list', params: { engagementId } },
        { method: 'journal.verify', params: { engagementId } },
        { method: 'bundle.export', params: { engagementId, file: 'sample.tickmark', passphraseFile: 'passphrase' } },
        { method: 'constructor', params: {} },
        { method: 'engagement.get', params: { engagementId: 7 } },
      ]
      const lines = calls.map((call, id) => JSON.stringify({ jsonrpc: '2.0', id, ...call }))
      const served = await tickmark(['rpc', 'sample', ...open], `${lines.join('\n')}\nnot json\n`)
      const answers = served.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
      expect(answers).toMatchObject([
        {
          id: 0,
          result: { progress: { controls: 60, populations: 6, sampleItems: 25, resultsRecorded: 75, deviations: 1 } },
        },
        { id: 1, result: { deviations: [{ ref: 'DEV-1', itemId: 'CHG-01181', attribute: 'B' }], undescribed: [] } },
        { id: 2, result: { valid: true } },
        { id: 3, result: { file: join(folder, 'sample.tickmark') } },
        { id: 4, error: { data: { code: 'call.unknown_method' } } },
        { id: 5, error: { data: { code: 'call.invalid_params' } } },
        { id: null, error: { code: -32700 } },
      ])
      const verified = await tickmark(['verify', 'sample.tickmark', ...open])
      expect([verified.status, (json(verified) as { valid: boolean }).valid]).toEqual([0, true])
      const filed = await tickmark(['verify', 'sample.tickmark', '--text', ...open])
      expect([filed.status, filed.stdout.split('\n')[0]]).toEqual([0, 'VERDICT     VALID: it is what its maker signed'])
      const whole = await readFile(join(folder, 'sample.tickmark'))
      await writeFile(join(folder, 'half.tickmark'), whole.subarray(0, Math.floor(whole.length / 2)))
      const half = await tickmark(['verify', 'half.tickmark', ...open])
      expect([half.status, lastError(half)]).toMatchObject([1, { error: { code: 'bundle.incomplete' } }])
    },
  )
})
