/** Two pages with a line of text each, and a script that a viewer with scripts would run at once (ISO 32000-1, 7.5 and 12.6.4.16). */
export function scriptedPdf(): string {
  const pageOf = (contents: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents ${contents} 0 R /Resources << /Font << /F1 7 0 R >> >> >>`
  const stream = (text: string) => {
    const body = `BT /F1 18 Tf 20 120 Td (${text}) Tj ET`
    return `<< /Length ${body.length} >>\nstream\n${body}\nendstream`
  }
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\("run"\\);) >> >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    pageOf(5),
    pageOf(6),
    stream('Approved by the second person'),
    stream('Salary 4711'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
}
