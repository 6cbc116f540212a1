import type { BundleVerdict } from '../../shared/contract/bundle.ts'

/** What a person files: what was verified, by which checks, and what the verdict is. Text from the bundle is shown on one line. */
export function verdictText(file: string, verdict: BundleVerdict): string {
  const { engagement, exporter, created, purpose, part, checks, omissions, heads, valid } = verdict
  const { client, reportType, period, asOf } = engagement
  const when = period === null ? (asOf ?? 'not stated') : `${period.start} to ${period.end}`
  return [
    `VERDICT     ${valid ? 'VALID: it is what its maker signed' : 'NOT VALID'}`,
    `Bundle      ${oneLine(file)}`,
    `Bundle id   ${oneLine(verdict.bundleId)}`,
    `Client      ${oneLine(client)}`,
    `Report      SOC 2 ${reportType === 'type1' ? 'Type 1' : 'Type 2'}, ${when}`,
    `Made by     ${oneLine(exporter.name)}, ${created}`,
    `Key         ${exporter.fingerprint}: a valid signature says that this key signed; compare it with the maker by another way`,
    `Purpose     ${oneLine(purpose) || 'not stated'}`,
    `Holds       ${part === null ? 'the whole engagement' : `a part (${part.kind}: ${oneLine(part.title)}), without journal`}; ${verdict.files} files, ${verdict.bytes} bytes, ${verdict.entries} journal entries`,
    '',
    ...checks.map(({ check, passed, says }) => `${passed ? 'passed' : 'FAILED'}  ${check}: ${oneLine(says)}`),
    ...(omissions.length === 0 ? [] : ['', 'Left out on purpose:']),
    ...omissions.map(({ what, reason }) => `  ${oneLine(what)}: ${oneLine(reason)}`),
    '',
    'Heads of the journal:',
    ...heads.map(({ deviceId, seq, hash }) => `  ${oneLine(deviceId)} ${seq} ${hash}`),
  ].join('\n')
}

/** Line breaks, control and direction marks of what others typed could forge a line of the verdict or move the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
}
