/** A file by the hash of its bytes. */
export type NamedFile = { sha256: string; size: number }

/** What a certificate of destruction says. */
export type Certificate = {
  client: string
  engagementId: string
  reportOn: string
  retentionEndsOn: string
  reason: string
  by: { name: string; fingerprint: string }
  at: string
  heads: readonly { deviceId: string; seq: number; hash: string; words: string }[]
  destroyed: readonly NamedFile[]
  kept: readonly NamedFile[]
}

/** @returns the certificate as text that needs no program: what was destroyed by hash, what was kept and why, and what it cannot reach */
export function certificateText(facts: Certificate): string {
  const { destroyed, kept } = facts
  const lines = (files: readonly NamedFile[]) => files.map(({ sha256, size }) => `${sha256}  ${size} bytes`)
  return [
    'CERTIFICATE OF DESTRUCTION',
    '',
    `Engagement:      ${facts.client}`,
    `Identifier:      ${facts.engagementId}`,
    `Report date:     ${facts.reportOn}`,
    `Kept until:      ${facts.retentionEndsOn}`,
    `Destroyed at:    ${facts.at}`,
    `By:              ${facts.by.name} (${facts.by.fingerprint})`,
    `Reason:          ${facts.reason}`,
    '',
    'Method: each file was encrypted with a random key of its own (XChaCha20-Poly1305). The keys were overwritten in the',
    'store and the encrypted files removed. Copies in backups, bundles and exports made before are not reached.',
    '',
    'Journal of the engagement before the destruction:',
    ...facts.heads.map(({ deviceId, seq, hash, words }) => `${deviceId} entry ${seq} ${hash} (${words})`),
    '',
    `Files destroyed: ${destroyed.length}, by SHA-256 of their content`,
    ...lines(destroyed),
    '',
    `Files kept: ${kept.length}, since another engagement of this store holds them as well`,
    ...lines(kept),
    '',
  ].join('\n')
}
