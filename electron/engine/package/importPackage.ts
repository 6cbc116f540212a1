import { basename } from 'node:path'
import { showAgain } from '../../../db/hiddenRow.ts'
import type { EvidenceTarget } from '../../../shared/contract/evidence.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { PackageFinding } from '../../../shared/contract/package.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create } from '../../../shared/journal/change.ts'
import { discardAll, type Kept, newEvidence, onceOf } from '../evidence/attach.ts'
import { linkIdOf } from '../evidence/load.ts'
import type { JobContext } from '../handler.ts'
import { putFile } from '../storedFile.ts'
import { examinePackage, targetsByRef } from './examinePackage.ts'

/** The most of what was found that the note on a package holds. */
const longestNote = 20_000

/**
 * Takes a package as one command: its files, and the package itself with what the comparison with its index found. Bytes
 * that come twice are kept once. A package that cannot be read to its end leaves nothing.
 * @throws DomainError as the contract of `package.import` lists
 */
export async function importPackage(
  params: CheckedParamsOf<'package.import'>,
  context: JobContext,
): Promise<ResultOf<'package.import'>> {
  const { engagementId, receivedFrom, receivedOn } = params
  const kept: (Kept & { path: string })[] = []
  try {
    const { finding, listing, path } = await examinePackage(params, context, async (entry, content) => {
      const file = await onceOf(kept, await putFile(content, context))
      kept.push({ path: entry, name: basename(entry.replaceAll('\\', '/')).slice(0, 500), file })
      return file
    })
    const whole = {
      path: '',
      name: finding.form === 'zip' ? finding.name : `${finding.name}.sha256`,
      file: await onceOf(
        kept,
        await putFile(finding.form === 'zip' ? { file: path } : [Buffer.from(listing, 'utf8')], context),
      ),
    }
    kept.push(whole)
    const isAsInspected = params.sha256 === undefined || params.sha256 === finding.sha256
    if (!isAsInspected || whole.file.sha256 !== finding.sha256) throw new DomainError('package.changed')
    return context.commit(() => commitPackage(finding, kept, { engagementId, receivedFrom, receivedOn, context }))
  } catch (error) {
    await discardAll(kept)
    throw error
  }
}

function commitPackage(
  finding: PackageFinding,
  kept: readonly (Kept & { path: string })[],
  {
    engagementId,
    receivedFrom,
    receivedOn,
    context,
  }: { engagementId: string; receivedFrom: string | undefined; receivedOn: string | undefined; context: JobContext },
) {
  const { newId, reader } = context
  const byRef = targetsByRef(context, engagementId)
  const requests = new Map(finding.files.map((file) => [file.path, file.requests]))
  const ofEngagement: EvidenceTarget = { entity: 'engagement', id: engagementId }
  const packageId = newId()
  const changes = kept.flatMap((one) => {
    const isWhole = one.path === ''
    const evidenceId = isWhole ? packageId : newId()
    const found = (requests.get(one.path) ?? []).flatMap((ref) => byRef.get(ref.toLowerCase()) ?? [])
    const [target = ofEngagement, ...further] = found
    const note = isWhole ? packageNote(finding) : `From the package ${finding.name}, as ${one.path}`
    return [
      ...newEvidence(evidenceId, one, { target, facts: { receivedFrom, receivedOn, origin: 'client', note }, context }),
      ...further.flatMap((more) => {
        const linkId = linkIdOf(evidenceId, more)
        return [
          ...create('evidenceLink', linkId, { evidenceId, targetEntity: more.entity, targetId: more.id }),
          ...showAgain(reader, 'evidenceLink', linkId),
        ]
      }),
    ]
  })
  for (const { file } of kept) file.keep()
  const answer = () => ({ ...finding, evidenceId: packageId, imported: finding.files.length })
  return { engagementId, changes, answer }
}

/** What was found when the package came, so that a gap stays visible in the file. */
function packageNote({ form, sha256, files, problems, index }: PackageFinding): string {
  const lines = problems.map(({ kind, path, says }) => `${kind.replaceAll('_', ' ')}: ${path}. ${says}`)
  const head = `Received package (${form}), SHA-256 ${sha256}, ${files.length} files, ${index === null ? 'without an index' : `index ${index.path} with ${index.rows} rows`}.`
  const said = [head, ...(lines.length === 0 ? ['Nothing is missing, and nothing differs.'] : lines)].join('\n')
  return said.length > longestNote ? `${said.slice(0, longestNote)}…` : said
}
