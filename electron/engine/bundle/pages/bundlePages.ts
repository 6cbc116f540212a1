import type { EntryBody } from '../../../../shared/journal/entry.ts'
import type { BundleFile } from '../bundleContent.ts'
import { fixedPaths } from '../bundlePaths.ts'
import type { ManifestFacts } from '../manifest.ts'
import { controlPaths } from './controlLinks.ts'
import { controlPages, controlsPage, controlsPath } from './controlPages.ts'
import { documentPages } from './documentPages.ts'
import { historyPage, historyPath, historyRow } from './historyPages.ts'
import type { Shown } from './html.ts'
import { overviewPage } from './overviewPage.ts'
import { type Page, type PageLink, pageText } from './pageLayout.ts'
import type { Papers } from './papers.ts'
import { registerPages } from './registerPages.ts'
import { sheetPages } from './sheetPages.ts'

/** The history by pages: read again whenever a page is written, so that it is never in memory as a whole. */
export type History = { pages: number; entriesOf: (page: number) => AsyncIterable<EntryBody> }

/**
 * The papers as static pages for a reader without Tickmark: `index.html` and one page a register, control and test sheet.
 * Nothing in them runs or is loaded; all text is escaped, and links lead only to files of the bundle.
 * @param history `null` in a part, which has no journal
 * @param pause lets other work run between two pages
 */
export async function bundlePages(
  papers: Papers,
  facts: ManifestFacts,
  history: History | null,
  pause: () => Promise<void>,
): Promise<BundleFile[]> {
  await papers.prepare(pause)
  const controls = controlPaths(papers)
  const { reportType } = facts.engagement
  const registers = [...registerPages(papers, controls, reportType), ...documentPages(papers, controls)]
  const pages = history === null || history.pages === 0 ? 0 : history.pages
  const bar: PageLink[] = [
    { title: 'Overview', path: fixedPaths.index },
    { title: 'Controls', path: controlsPath },
    ...registers.map(({ title, path }) => ({ title, path })),
    ...(pages === 0 ? [] : [{ title: 'History', path: historyPath(0) }]),
  ]
  const about = `${facts.engagement.client}, exported ${facts.created.slice(0, 10)}`
  const text = (page: Page) => [Buffer.from(pageText(page, bar, about), 'utf8')]
  const fixed = [overviewPage(papers, facts, bar), controlsPage(papers, controls, reportType), ...registers]
  const many: Page[] = []
  for (const pagesOfKind of [controlPages(papers, controls), sheetPages(papers, controls)]) {
    for (const page of pagesOfKind) {
      many.push(page)
      await pause()
    }
  }
  return [
    ...[...fixed, ...many].map((page) => pageFile(page.path, () => text(page))),
    ...Array.from({ length: pages }, (_, number) =>
      pageFile(historyPath(number), async function* () {
        const rows: Shown[][] = []
        for await (const entry of history?.entriesOf(number) ?? []) rows.push(historyRow(papers, entry))
        yield* text(historyPage(rows, { number, pages }))
      }),
    ),
  ]
}

const pageFile = (path: string, open: BundleFile['open']): BundleFile => ({
  path,
  name: path,
  mediaType: 'text/html',
  open,
})
