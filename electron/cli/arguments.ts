import { parseArgs } from 'node:util'

/** Wrong use of the command line: exit status 2. */
export class UsageError extends Error {}

/** What a command was given: words in order, and options. */
export type Arguments = {
  words: string[]
  has: (name: string) => boolean
  /** @throws UsageError where it is missing */
  option: (name: string) => string
}

const names = ['name', 'initials', 'role', 'passphrase-file', 'identity'] as const

/** @throws UsageError for an unknown option */
export function readArguments(argv: readonly string[]): Arguments {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    return {
      words: positionals,
      has: (name) => values[name] !== undefined,
      option: (name) => {
        const value = values[name]
        if (typeof value !== 'string') throw new UsageError(`--${name} is missing`)
        return value
      },
    }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'wrong use')
  }
}
