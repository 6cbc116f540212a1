import type { CheckDepth } from '../../../db/check/tableProblems.ts'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import { verifyBlob } from '../../../db/blobs/openBlob.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { asStoreError } from '../../../db/sqlite.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'
import { verifyJournal } from '../journal/verify.ts'
import { tableProgress } from './tableProgress.ts'
import { storeScope } from '../teamMember.ts'

type Finding = ResultOf<'store.check'>['findings'][number]

/** Checks the store. Quick reads the structure of the file; full reads every page, recomputes every journal and reads every evidence file. */
export async function checkStore(
  { depth }: CheckedParamsOf<'store.check'>,
  context: JobContext,
): Promise<ResultOf<'store.check'>> {
  const findings: Finding[] = (await tableProblems(depth, context)).map((what) => ({ what, place: 'store file' }))
  if (depth === 'full') findings.push(...(await journalFindings(context)), ...(await evidenceFindings(context)))
  return { depth, sound: findings.length === 0, findings }
}

/** The disk takes no copy, or not what waits in the log and has to be in the file before it is copied. */
const cannotCopy: ReadonlySet<string> = new Set([
  'disk.full',
  'disk.removed',
  'file.unwritable',
  'store.disk_full',
  'store.write_failed',
])

/** On a copy, beside whatever goes on; where the disk takes none, on the file itself, and everybody waits. */
async function tableProblems(depth: CheckDepth, context: JobContext): Promise<string[]> {
  const { store, session, pause, signal } = context
  const onProgress = tableProgress(context)
  try {
    return await store.checkOnCopy(session.open.dataKey, { depth, onProgress, signal })
  } catch (error) {
    await pause()
    const fault = asStoreError(error)
    if (!(fault instanceof DomainError) || !cannotCopy.has(fault.code)) throw fault
    return store.checkInPlace(depth)
  }
}

async function journalFindings(context: JobContext): Promise<Finding[]> {
  const findings: Finding[] = []
  const engagements = context.reader.list('engagement', {}).map(({ id }) => id)
  for (const engagementId of [storeScope, ...engagements]) {
    const { firstBad } = await verifyJournal(context, engagementId)
    if (firstBad === undefined) continue
    const { what, problem, deviceId, seq, entity, id } = firstBad
    findings.push({
      what: problem,
      place: [engagementId, what, deviceId, seq, entity, id].filter((part) => part !== undefined).join(' '),
    })
  }
  return findings
}

async function evidenceFindings({ store, now, progress, pause }: JobContext): Promise<Finding[]> {
  const findings: Finding[] = []
  const files = store.evidenceFiles()
  for (const [done, file] of files.entries()) {
    try {
      await verifyBlob(evidenceFolder(store.folder), file)
      store.keepEvidenceCheck(file.sha256, now.at, null)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      store.keepEvidenceCheck(file.sha256, now.at, error.message)
      findings.push({ what: error.message, place: `evidence ${file.sha256}` })
    }
    progress(done + 1, files.length, 'evidence')
    await pause()
  }
  return findings
}
