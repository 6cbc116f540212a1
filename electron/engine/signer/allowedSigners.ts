/** A line of `allowed_signers` that can be taken: the manual of ssh-keygen, section ALLOWED SIGNERS. */
export type AllowedSigner = {
  principal: string
  /** `ssh-ed25519 AAAA…`, not yet checked. */
  publicKey: string
  /** Instants in UTC, `null` where the line has no such bound. */
  validAfter: string | null
  validBefore: string | null
}

/** A line, or why it cannot be taken. Rows count from 1. */
export type SignerLine = { row: number } & ({ signer: AllowedSigner } | { problem: string; column: string })

/** @returns every line that holds anything but a comment */
export function readAllowedSigners(text: string): SignerLine[] {
  return text
    .split(/\r?\n/)
    .map((line, place) => ({ row: place + 1, line: line.trim() }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ row, line }) => ({ row, ...readLine(line) }))
}

const lineForm =
  /^(?:"(?<quoted>[^"]+)"|(?<plain>\S+))\s+(?:(?<options>(?:[^\s"]|"[^"]*")+)\s+)?(?<key>(?:ssh|ecdsa|sk)-\S+\s+\S+)(?:\s+.*)?$/

function readLine(line: string): { signer: AllowedSigner } | { problem: string; column: string } {
  const { quoted, plain, options = '', key = '' } = lineForm.exec(line)?.groups ?? {}
  const principal = quoted ?? plain ?? ''
  if (principal === '') return { column: 'line', problem: 'It has not the form: principals, options, key.' }
  if (!key.startsWith('ssh-ed25519 ')) return { column: 'key', problem: 'Only Ed25519 keys sign bundles.' }
  const given = optionsOf(options)
  if (given.has('cert-authority')) return { column: 'options', problem: 'Certificates are not used to sign bundles.' }
  const namespaces = given.get('namespaces')
  if (namespaces !== undefined && !allowsBundles(namespaces))
    return { column: 'options', problem: 'The key is not meant to sign bundles of Tickmark.' }
  const [after, before] = [given.get('valid-after'), given.get('valid-before')]
  const [validAfter, validBefore] = [instantOf(after), instantOf(before)]
  if (validAfter === undefined || validBefore === undefined)
    return { column: 'options', problem: 'A time is not one: YYYYMMDD or YYYYMMDDHHMM[SS], with Z for UTC.' }
  return { signer: { principal, publicKey: key.replace(/\s+/, ' '), validAfter, validBefore } }
}

function optionsOf(text: string): Map<string, string> {
  const options = [...text.matchAll(/([a-z-]+)(?:="([^"]*)"|=([^,"]*))?(?:,|$)/gi)]
  return new Map(options.map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? '']))
}

/** Patterns with `*` and `?`, and `!` before what is excluded, as ssh matches lists. */
function allowsBundles(namespaces: string): boolean {
  const patterns = namespaces.split(',')
  const matches = (pattern: string) => isMatch('tickmark-bundle', pattern)
  if (patterns.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1)))) return false
  return patterns.some(matches)
}

/** Whether a text matches a pattern of `*` and `?`, in time linear in text and pattern. */
function isMatch(text: string, pattern: string): boolean {
  let [at, place, star, marked] = [0, 0, -1, 0]
  while (at < text.length) {
    if (place < pattern.length && (pattern[place] === '?' || pattern[place] === text[at]) && pattern[place] !== '*') {
      at += 1
      place += 1
    } else if (pattern[place] === '*') {
      star = place
      marked = at
      place += 1
    } else if (star !== -1) {
      place = star + 1
      marked += 1
      at = marked
    } else return false
  }
  return /^\**$/.test(pattern.slice(place))
}

/** @returns the instant in UTC, `null` without one, `undefined` for what is none; without Z it is in the zone of this computer */
function instantOf(text: string | undefined): string | null | undefined {
  if (text === undefined) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = ''] =
    /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z?)$/i.exec(text) ?? []
  if (year === undefined) return undefined
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone === '' ? '' : 'Z'}`)
  if (Number.isNaN(instant.getTime())) return undefined
  // A day beyond its month would roll over into the next one.
  const shown = zone === '' ? instant.getDate() : instant.getUTCDate()
  return shown === Number(day) ? instant.toISOString().replace('Z', '+00:00') : undefined
}

/** @returns the lines of `allowed_signers` for these keys, which ssh-keygen reads */
export function writeAllowedSigners(signers: readonly AllowedSigner[]): string {
  return signers
    .map(({ principal, publicKey, validAfter, validBefore }) => {
      const options = [
        'namespaces="tickmark-*"',
        ...(validAfter === null ? [] : [`valid-after="${timeOf(validAfter)}"`]),
        ...(validBefore === null ? [] : [`valid-before="${timeOf(validBefore)}"`]),
      ]
      return `${principalText(principal)} ${options.join(',')} ${publicKey.split(' ', 2).join(' ')}\n`
    })
    .join('')
}

const timeOf = (instant: string) => `${new Date(instant).toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`

/** A name with a space is quoted; what would end the quotes or mean a pattern becomes an underscore. */
function principalText(principal: string): string {
  const plain = principal.replaceAll(/["\p{Cc}]/gu, '_')
  return /\s/.test(plain) ? `"${plain}"` : plain
}
