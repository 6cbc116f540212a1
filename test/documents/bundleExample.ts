import type { ManifestFacts } from '../../electron/engine/bundle/manifest.ts'
import { writeBundle } from '../../electron/engine/bundle/writeBundle.ts'
import { ownIdentity } from '../../electron/engine/colleague/ownIdentity.ts'
import { journalExample } from './journalExample.ts'

/** The seed of the key that signs the example: 32 bytes of 11. The identity that opens it follows from the same seed. */
const exampleSeed = Buffer.alloc(32, 11)

const facts = (heads: ManifestFacts['heads']): ManifestFacts => ({
  bundleId: 'b-1',
  engagement: {
    id: 'e-1',
    client: 'Nordlys Hosting A/S',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    asOf: null,
  },
  created: '2026-10-21T08:30:00.000+02:00',
  exporter: { name: 'Ann Lee', deviceId: 'dev-a' },
  application: { name: 'Tickmark', version: '0.1.0' },
  purpose: 'Example',
  heads,
  omissions: [],
})

/** Writes the example of docs/BUNDLE.md: the journal of docs/JOURNAL.md, its state, and one piece of evidence. */
export async function writeBundleExample(file: string): Promise<{ identity: string }> {
  const { lines, state, heads } = journalExample()
  const { identity, recipient } = ownIdentity(exampleSeed)
  const text = (path: string, mediaType: string, content: string) => ({
    path,
    name: path,
    mediaType,
    open: () => [Buffer.from(content)],
  })
  await writeBundle({
    file,
    facts: facts(heads),
    privateKey: exampleSeed,
    lock: { recipients: [recipient] },
    contents: [
      text('journal.jsonl', 'application/jsonl', lines),
      text('state.json', 'application/json', state),
      { ...text('evidence/00001-approval.txt', 'text/plain', 'approved by Q. Wolf\n'), name: 'approval.txt' },
    ],
  })
  return { identity }
}
