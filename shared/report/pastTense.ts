import type { ProcedureNature } from '../contract/procedure.ts'
import { sentence } from './words.ts'

/** What tests are told with: the order as a program writes it, and what a report says was done. */
const verbs: Record<string, string> = {
  agree: 'agreed',
  ask: 'asked',
  check: 'checked',
  compare: 'compared',
  confirm: 'confirmed',
  corroborate: 'corroborated',
  determine: 'determined',
  examine: 'examined',
  inquire: 'inquired',
  inspect: 'inspected',
  interview: 'interviewed',
  obtain: 'obtained',
  observe: 'observed',
  perform: 'performed',
  're-perform': 'reperformed',
  reperform: 'reperformed',
  recalculate: 'recalculated',
  read: 'read',
  reconcile: 'reconciled',
  review: 'reviewed',
  run: 'ran',
  scan: 'scanned',
  select: 'selected',
  test: 'tested',
  trace: 'traced',
  try: 'tried',
  verify: 'verified',
  vouch: 'vouched',
}

/** Verbs of auditors alone: within a sentence they too are what was done, where `read` or `review` may be the client's. */
const auditorsOwn = [
  'agree',
  'compare',
  'inspect',
  'observe',
  'recalculate',
  'reconcile',
  'reperform',
  'trace',
  'vouch',
]

/** How a text begins that does not say itself what was done. */
const byNature: Record<ProcedureNature, string> = {
  inquiry: 'Inquired of management',
  observation: 'Observed',
  inspection: 'Inspected',
  reperformance: 'Reperformed',
}

const within = new RegExp(`(, then |; |, and | and (?:then )?)(${auditorsOwn.join('|')})(?= )`, 'gi')

/**
 * Tells a procedure as something that was done, in the past tense by its nature (practice of section IV). A text that
 * begins with a verb of testing has it put into the past; any other is introduced by what its nature did.
 */
export function inPastTense(text: string, nature: ProcedureNature): string {
  const sentences = text.trim().split(/(?<=[.;!?])\s+(?=\p{L})/u)
  const [first = '', ...rest] = sentences
  const begun = begins(first) ?? `${byNature[nature]}: ${first}`
  return sentence([begun, ...rest.map((each) => begins(each) ?? each)].join(' '))
}

/** @returns the sentence in the past, or `null` where it does not begin with a verb of testing */
function begins(text: string): string | null {
  const [, lead = '', told = text] = leading.exec(text) ?? []
  const past = inPast(told)
  return past === null ? null : lead + past
}

/** What may stand before the verb: `For each selected change, inspect …`. */
const leading = /^((?:for|from|in|on|at|of|within)\b[^,;]{1,200}, )(.+)$/is

function inPast(text: string): string | null {
  const [word = ''] = /^[\p{L}-]+/u.exec(text) ?? []
  const past = Object.hasOwn(verbs, word.toLowerCase()) ? verbs[word.toLowerCase()] : undefined
  if (past !== undefined) return capital(past, word) + andThen(text.slice(word.length))
  return Object.values(verbs).includes(word.toLowerCase()) ? text : null
}

const andThen = (text: string) =>
  text.replaceAll(within, (_whole, join: string, verb: string) => join + (verbs[verb.toLowerCase()] ?? verb))

const capital = (past: string, like: string) =>
  like.slice(0, 1) === like.slice(0, 1).toUpperCase() ? past.slice(0, 1).toUpperCase() + past.slice(1) : past
