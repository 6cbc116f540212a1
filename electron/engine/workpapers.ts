import type { WorkpaperPack, workpapersContract } from '../../shared/contract/workpapers.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { instantText } from '../../shared/period/instantText.ts'
import { loadEngagement } from './engagement.ts'
import { exportFile } from './exportFile.ts'
import type { Handlers, JobContext } from './handler.ts'
import { engagementFacts } from './list/about.ts'
import { printPage, type PrintedPage } from './print/printPage.ts'
import { plainText } from './record/plainText.ts'
import { writeXlsx } from './spreadsheet/writeXlsx.ts'
import { packPage } from './workpapers/page.ts'
import type { Paper } from './workpapers/paper.ts'
import { papersOf, sheetsOf } from './workpapers/papers.ts'

export const workpapers: Handlers<typeof workpapersContract> = {
  'workpapers.export': async ({ engagementId, pack, file, format }, context) => {
    if (format === 'pdf') throw new DomainError('print.needs_window')
    const { papers, about } = await gather(engagementId, pack, context)
    const place = context.resolvePath(file)
    const { sha256 } =
      format === 'html'
        ? await exportFile(place, [Buffer.from(printPage(pageOf(pack, about, papers)), 'utf8')], context.signal)
        : await writeXlsx(place, [aboutSheet(pack, about), ...sheetsOf(papers)], context.signal)
    return { papers: papers.length, sha256 }
  },

  'workpapers.print': async ({ engagementId, pack }, context) => {
    const { papers, about } = await gather(engagementId, pack, context)
    return { papers: papers.length, documentId: context.session.prints.keep(pageOf(pack, about, papers)) }
  },
}

const titles: Record<WorkpaperPack, string> = { workpapers: 'Workpapers', peer_review: 'Pack for the peer review' }

const pageOf = (pack: WorkpaperPack, about: PrintedPage['about'], papers: readonly Paper[]): PrintedPage =>
  packPage(titles[pack], about, papers)

const aboutSheet = (pack: WorkpaperPack, about: PrintedPage['about']) => ({
  name: 'About',
  header: [titles[pack], ''],
  rows: about,
})

/** @throws DomainError `engagement.not_found`; `call.cancelled` once the job was asked to stop */
async function gather(engagementId: string, pack: WorkpaperPack, context: JobContext) {
  const { reader, actor, now, progress, pause } = context
  const engagement = loadEngagement(reader, engagementId)
  const plain = plainText(reader, engagementId)
  const papers: Paper[] = []
  for (const paper of papersOf(reader, engagementId, pack, now.at.slice(0, 10))) {
    papers.push({ ...paper, sheet: { ...paper.sheet, rows: paper.sheet.rows.map((row) => row.map(plain)) } })
    progress(papers.length, 0, paper.title)
    await pause()
  }
  const about: PrintedPage['about'] = [
    ...engagementFacts(engagement),
    ['Papers', String(papers.length)],
    ['Written', `${instantText(now.at)} by ${actor.name}`],
  ]
  return { papers, about: about.filter(([, text]) => text !== '') }
}
