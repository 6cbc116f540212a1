import type { ManifestFacts } from './manifest.ts'
import { principal } from './manifest.ts'
import { keyFingerprint, keyWords } from './sshPublicKey.ts'

/** Shown lines hold what people typed, so line breaks and direction marks are taken out. */
function shown(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
}

function about(facts: ManifestFacts): string {
  const { engagement, exporter, created, purpose, application } = facts
  const { client, reportType, period, asOf } = engagement
  const when = period ? `${period.start} to ${period.end}` : (asOf ?? 'not stated')
  return `Client      ${shown(client)}
Report      SOC 2 ${reportType === 'type1' ? 'Type 1' : 'Type 2'}, ${when}
Made by     ${shown(exporter.name)}, ${created}
With        ${shown(application.name)} ${shown(application.version)}
Purpose     ${shown(purpose) || 'not stated'}
Holds       ${holds(facts)}`
}

function holds({ part, continues }: ManifestFacts): string {
  if (part !== undefined) return `a part without journal (${part.kind}: ${shown(part.title)})`
  return continues === undefined ? 'the whole engagement' : 'entries of the journal that continue earlier ones'
}

const pagesAndState = `state.json       what the changes add up to
index.html       the same, to be read in a browser
pages/           one page a register, control and test sheet
`

/** What a person without Tickmark reads first: what this is, and the commands that verify it. */
export function readmeText(facts: ManifestFacts, publicKey: string): string {
  return `This is a bundle of workpapers.

${about(facts)}

Confidential: it holds papers and evidence of a client.

TO VERIFY IT WITHOUT TICKMARK

Needed are age (age-encryption.org), tar, sha256sum and OpenSSH. Call the bundle bundle.age and do, in an empty folder:

1. Open it. age asks for the passphrase; with a key instead, add: -i KEYFILE

   $ age -d -o bundle.tar bundle.age
   $ tar -xf bundle.tar

2. Who signed it. It must say: Good "tickmark-bundle" signature

   $ ssh-keygen -Y verify -f allowed_signers -I ${principal} -n tickmark-bundle -s manifest.json.sig < manifest.json

   allowed_signers came with the bundle, so this alone proves nothing about the person. Compare the fingerprint or
   the words with the exporter by another way: in person, by telephone, from the firm's own list.

   Fingerprint ${keyFingerprint(publicKey)}
   Words       ${keyWords(publicKey)}

3. The files are those that were signed. The first command must print OK for each, the second must print 1:

   $ sha256sum -c SHA256SUMS
   $ grep -c "$(sha256sum SHA256SUMS | cut -c1-64)" manifest.json

4. The list is complete when tar printed no file that is neither in SHA256SUMS nor one of SHA256SUMS, manifest.json
   and manifest.json.sig:

   $ tar -tf bundle.tar

WHAT IS IN IT

manifest.json    what it is, who made it for whom, what was left out and why, and every file with size and hash
journal.jsonl    every change, one a line; each holds the SHA-256 of its "entry" text and of the one before
${facts.continues === undefined ? pagesAndState : ''}evidence/        evidence as it was received, with the lists that samples were drawn from; manifest.json has the original names
`
}
