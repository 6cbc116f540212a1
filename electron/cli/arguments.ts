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

/** Options that stand alone. */
const flags = ['json', 'text'] as const
const names = ['name', 'initials', 'role', 'passphrase-file', 'identity'] as const

type Parsed = { values: Record<string, unknown>; positionals: string[] }

/** @throws UsageError for an unknown option */
export function readArguments(argv: readonly string[]): Arguments {
  const options: Record<string, { type: 'string' | 'boolean' }> = {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' }])),
  }
  try {
    const { values, positionals }: Parsed = parseArgs({ args: [...argv], options, allowPositionals: true })
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
