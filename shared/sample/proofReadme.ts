import type { Period } from '../contract/engagement.ts'
import type { SeedOrigin } from '../contract/sample.ts'
import type { ProofFiles, ProvenSample, ProvenStratum } from './proofFiles.ts'

/** What the page of a proof says about the sample besides its files. */
export type ProofFacts = {
  controlRef: string
  populationName: string
  populationSize: number
  /** The part of the period that the sample stands for; `null` for all of it. */
  window: Period | null
  populationSha256: string
  idsSha256: string
  algorithm: string
  seedOrigin: SeedOrigin | null
  drawnBy: string
  drawnAt: string
}

/**
 * The page that tells a third party how to recompute a selection with tools that every Unix has. Its shell lines hold only
 * numbers and names of the proof's own files: what comes from outside stands in the list above them.
 */
export function proofReadme(sample: ProvenSample, facts: ProofFacts, { strata }: ProofFiles): string {
  const replaced = sample.items.filter((item) => item.replaced).length
  return [
    '# Proof of a selection',
    '',
    ...factLines(sample, facts),
    '',
    'Everything below runs in this folder, in a POSIX shell, without Tickmark. First, the files are the ones that were written,',
    facts.window === null
      ? 'and the list of ids is the one that was committed in the journal before the seed existed:'
      : 'and the list of ids is the one that the journal holds with the draw; it is that part of the list committed before:',
    '',
    ...shell(['sha256sum -c SHA256SUMS', `printf '%s  ids.txt\\n' ${facts.idsSha256} | sha256sum -c`]),
    ...methodLines(sample, facts, strata),
    ...(replaced === 0
      ? []
      : [
          '',
          `${replaced} of the drawn items ${replaced === 1 ? 'was' : 'were'} replaced later by the next in order; replaced.txt lists what no longer counts.`,
        ]),
    ...strataLines(strata),
    '',
  ].join('\n')
}

function factLines({ items, method }: ProvenSample, facts: ProofFacts): string[] {
  const origin = {
    generated: "the operating system's random source",
    given: 'given by the auditor',
    rolled: 'rolled by the auditor',
    client: 'supplied by the client',
  }
  return [
    `- Control: ${visible(facts.controlRef)}`,
    `- Population: ${visible(facts.populationName)}, ${facts.populationSize} items that could be drawn`,
    ...(facts.window === null
      ? []
      : [`- Part of the period: rows dated ${facts.window.start} to ${facts.window.end}; ids.txt holds these alone`]),
    `- SHA-256 of the population file as received: ${facts.populationSha256}`,
    `- SHA-256 of ids.txt: ${facts.idsSha256}`,
    `- Method: ${method}, algorithm ${facts.algorithm}`,
    ...(facts.seedOrigin === null ? [] : [`- Seed: in seed.txt, ${origin[facts.seedOrigin]}`]),
    `- Drawn: ${items.length} items, by ${visible(facts.drawnBy)}, at ${facts.drawnAt}`,
  ]
}

function methodLines(
  { method, items }: ProvenSample,
  { populationSize }: ProofFacts,
  strata: readonly ProvenStratum[],
): string[] {
  switch (method) {
    case 'random':
      return randomLines(items.length)
    case 'stratified':
      return stratifiedLines(strata.length)
    case 'systematic':
      return systematicLines(items.length, populationSize)
    case 'all':
    case 'targeted':
      return ['', 'All items were selected:', '', ...shell(['diff ids.txt sample.txt && echo reproduced'])]
  }
}

const tickets = (file: string) => [
  'while IFS= read -r id; do',
  `  printf '%s,%s' "$SEED" "$id" | sha256sum | cut -c1-64 | tr '\\n' ' '; printf '%s\\n' "$id"`,
  `done < ${file} | LC_ALL=C sort`,
]

function randomLines(size: number): string[] {
  return [
    '',
    'The ticket of an item is the SHA-256 of the seed, a comma and its id. The items in ascending order of ticket are the order',
    'of the draw; the sample is its beginning:',
    '',
    ...shell(['SEED=$(cat seed.txt)', `${tickets('ids.txt').join('\n')} | head -n ${size} > recomputed.txt`, compare]),
  ]
}

function stratifiedLines(strata: number): string[] {
  return [
    '',
    `The list was split into ${strata} strata, one file each; strata.txt says how many items each one gave. Together they are the list:`,
    '',
    ...shell([
      'cat stratum-*.ids.txt | LC_ALL=C sort > split.txt',
      'LC_ALL=C sort ids.txt | diff - split.txt && echo complete',
    ]),
    '',
    'The ticket of an item is the SHA-256 of the seed, a comma and its id. Each stratum gives its first items in ascending order',
    'of ticket:',
    '',
    ...shell([
      'SEED=$(cat seed.txt)',
      'while read -r stratum size; do',
      ...tickets('"$stratum.ids.txt"')
        .map((line) => `  ${line}`)
        .join('\n')
        .concat(' | head -n "$size"')
        .split('\n'),
      'done < strata.txt > recomputed.txt',
      compare,
    ]),
  ]
}

function systematicLines(size: number, populationSize: number): string[] {
  return [
    '',
    'Positions count from 0 in the order of ids.txt. D is the SHA-256 of the seed followed by ",start", as a 256-bit integer;',
    `position i is floor((D + i * 2^256) * ${populationSize} / (${size} * 2^256)), for i from 0 to ${size - 1}. Integers of that size need bc`,
    '(its `ibase=A` means ten again):',
    '',
    ...shell([
      'SEED=$(cat seed.txt)',
      `D=$(printf '%s,start' "$SEED" | sha256sum | cut -c1-64 | tr a-f A-F)`,
      `echo "ibase=16; d=$D; ibase=A; m=2^256; for (i=0; i<${size}; i++) ((d+i*m)*${populationSize})/(${size}*m)" | BC_LINE_LENGTH=0 bc > positions.txt`,
      `awk 'NR==FNR { want[$1 + 1]; next } FNR in want' positions.txt ids.txt > recomputed.txt`,
      compare,
    ]),
  ]
}

const compare = 'diff sample.txt recomputed.txt && echo reproduced'

function strataLines(strata: readonly ProvenStratum[]): string[] {
  if (strata.length === 0) return []
  return [
    '',
    'Strata:',
    '',
    ...strata.map(({ file, name, held, drawn }) => `- ${file}: ${visible(name)}, ${drawn} of ${held} items`),
  ]
}

const shell = (lines: readonly string[]) => ['```sh', ...lines, '```']

/** Names come from outside: no line breaks, no characters that turn or hide text, no mark-up. */
function visible(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}')
    .replaceAll(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`)
}
