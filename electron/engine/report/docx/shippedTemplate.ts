import { AlignmentType, Document, Footer, Header, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx'

const navy = '1F3A5F'
const sans = 'Liberation Sans'

/** @returns the template that ships: a title page, a table of contents, all sections; page numbers at the foot */
export function shippedTemplate(): Promise<Buffer> {
  const line = (text: string, size: number, after: number, bold = false) =>
    new Paragraph({ spacing: { after }, children: [new TextRun({ text, size, bold, font: sans, color: navy })] })
  return Packer.toBuffer(
    new Document({
      styles: {
        default: {
          document: {
            run: { font: 'Liberation Serif', size: 22 },
            paragraph: { spacing: { line: 304, lineRule: LineRuleType.AT_LEAST } },
          },
          heading1: headingStyle(36, 0, 240),
          heading2: headingStyle(26, 320, 120),
          heading3: headingStyle(22, 280, 80),
          heading4: headingStyle(20, 220, 60),
        },
      },
      sections: [
        {
          properties: {
            titlePage: true,
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 1247, bottom: 1247, left: 1134, right: 1134 },
            },
          },
          headers: {
            default: new Header({ children: [small('{{client}} · {{title}}', AlignmentType.LEFT)] }),
            first: new Header({ children: [] }),
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.RIGHT,
                  children: [
                    new TextRun({
                      children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                      size: 16,
                      font: sans,
                    }),
                  ],
                }),
              ],
            }),
            first: new Footer({ children: [] }),
          },
          children: [
            new Paragraph({ spacing: { before: 3600 } }),
            line('{{client}}', 56, 240, true),
            line('{{title}}', 34, 120),
            line('{{subtitle}}', 24, 1200),
            line('{{firm}}', 24, 0),
            new Paragraph({
              pageBreakBefore: true,
              spacing: { after: 240 },
              children: [new TextRun({ text: 'Contents', size: 36, bold: true, font: sans, color: navy })],
            }),
            new Paragraph('{{contents}}'),
            new Paragraph('{{report}}'),
          ],
        },
      ],
    }),
  )
}

/** @returns height of a line of headings, in twentieths of a point, for letters of so many half-points; told as in cells */
const lineOf = (size: number) => Math.ceil(size * 14.5)

function headingStyle(size: number, before: number, after: number) {
  return {
    run: { font: sans, size, bold: true, color: navy },
    paragraph: { spacing: { before, after, line: lineOf(size), lineRule: LineRuleType.AT_LEAST } },
  }
}

const small = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Paragraph({ alignment, children: [new TextRun({ text, size: 16, font: sans, color: '555555' })] })
