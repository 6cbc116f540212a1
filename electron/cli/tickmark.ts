#!/usr/bin/env -S node --max-semi-space-size=16
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { BundleVerdict } from '../../shared/contract/bundle.ts'
import { asAnswer } from '../engine/answer.ts'
import { readPassphraseFile } from '../engine/bundle/passphraseFile.ts'
import { makeDemo } from './demo.ts'
import { type Arguments, readArguments, UsageError } from './arguments.ts'
import { runGolden } from './golden.ts'
import { openHeadless, startHeadless } from './headless.ts'
import { describeMethods } from './methods.ts'
import { serveRpc } from './rpc.ts'
import { verdictText } from './verdictText.ts'

/** The headless host: results go to stdout as JSON, diagnostics to stderr; 0 done, 1 a domain error, 2 wrong usage. */
const usage = `tickmark init STORE --name NAME --initials AB --role ROLE --passphrase-file F
tickmark call STORE METHOD [JSON | @FILE | -] --passphrase-file F
tickmark rpc STORE --passphrase-file F
tickmark restore STORE BACKUP --passphrase-file F
tickmark methods
tickmark golden FILE
tickmark verify BUNDLE (--passphrase-file F | --identity F) [--json | --text]
tickmark verify FOLDER [--json | --text]
tickmark demo STORE --passphrase-file F`

const print = (line: string) => process.stdout.write(`${line}\n`)
const printJson = (value: unknown) => print(JSON.stringify(value, null, 2))

const commands: Record<string, (args: Arguments) => Promise<boolean>> = {
  init: async ({ words, option }) => {
    const { call } = startHeadless()
    const passphrase = await readPassphraseFile(option('passphrase-file'))
    const [name, initials, role] = ['name', 'initials', 'role'].map(option)
    printJson(await call('store.create', { folder: word(words, 0), name, initials, role, passphrase }))
    return true
  },
  call: async ({ words, option }) => {
    const params = await readParams(words[2])
    const { engine, call } = await openHeadless(word(words, 0), option('passphrase-file'))
    try {
      printJson(await call(word(words, 1), params))
    } finally {
      engine.close()
    }
    return true
  },
  rpc: async ({ words, option }) => {
    const headless = await openHeadless(word(words, 0), option('passphrase-file'))
    await serveRpc(headless, process.stdin, print)
    headless.engine.close()
    return true
  },
  // The store may be damaged or gone, so it is not opened first.
  restore: async ({ words, option }) => {
    const { call } = startHeadless()
    const passphrase = await readPassphraseFile(option('passphrase-file'))
    printJson(await call('store.restore', { folder: word(words, 0), backup: word(words, 1), passphrase }))
    return true
  },
  methods: async () => {
    printJson(describeMethods())
    return true
  },
  demo: async ({ words, option }) => {
    printJson(await makeDemo(word(words, 0), option('passphrase-file')))
    return true
  },
  golden: ({ words }) => runGolden(word(words, 0), print),
  verify: async ({ words, has, option }) => {
    if (has('json') && has('text')) throw new UsageError('--json or --text, not both')
    const { call } = startHeadless()
    const unlock = has('identity')
      ? { identityFile: option('identity') }
      : has('passphrase-file')
        ? { passphraseFile: option('passphrase-file') }
        : {}
    const file = word(words, 0)
    const verdict = BundleVerdict.parse(await call('bundle.inspect', { file, ...unlock }))
    // Scripts read JSON from a pipe; a person reads text from a terminal, and files it with --text.
    if (has('json') || !(has('text') || process.stdout.isTTY)) printJson(verdict)
    else print(verdictText(file, verdict))
    return verdict.valid
  },
}

async function readParams(given: string | undefined): Promise<unknown> {
  if (given === undefined) return {}
  const json =
    given === '-' ? await text(process.stdin) : given.startsWith('@') ? await readFile(given.slice(1), 'utf8') : given
  try {
    return JSON.parse(json)
  } catch {
    throw new UsageError('The parameters are not JSON')
  }
}

function word(words: readonly string[], place: number): string {
  const found = words[place]
  if (found === undefined) throw new UsageError('An argument is missing')
  return found
}

async function run(): Promise<number> {
  const [name = '', ...rest] = process.argv.slice(2)
  if (name === '--help') {
    print(usage)
    return 0
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) throw new UsageError(`There is no command "${name}"`)
    return (await command(readArguments(rest))) ? 0 : 1
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n${usage}\n`)
      return 2
    }
    process.stderr.write(`${JSON.stringify({ error: asAnswer(error, (line) => process.stderr.write(`${line}\n`)) })}\n`)
    return 1
  }
}

// Whoever reads the answer may stop before its end, as `head` does: nothing went wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
process.exitCode = await run()
