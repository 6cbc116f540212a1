import type { DocumentBlock, ReportDocument } from './document.ts'

/** @returns a report with every sentence of the papers as `plain` writes it; management's description has no references */
export function readableReport(report: ReportDocument, plain: (text: string) => string): ReportDocument {
  const sections = report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => readableBlock(block, plain)),
  }))
  return { ...report, sections }
}

function readableBlock(block: DocumentBlock, plain: (text: string) => string): DocumentBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: plain(block.text) }
    case 'list':
      return { ...block, items: block.items.map(plain) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(plain)) }
    case 'rich':
      return block
  }
}
