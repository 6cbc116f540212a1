import { Html, markup } from './html.ts'
import { printPolicy, printStyle } from './printStyle.ts'

/** A document as it is printed. */
export type PrintedPage = {
  title: string
  /** What stands under the title: client, period, who, when, filters. */
  about: readonly (readonly [head: string, text: string])[]
  body: Html
  /** Wide tables lie across. */
  landscape: boolean
}

/** @returns a whole document without script, in one text: as it is printed, and as a file that any browser shows */
export function printPage({ title, about, body, landscape }: PrintedPage): string {
  const facts = about.filter(([, text]) => text !== '').map(([head, text]) => markup`<dt>${head}</dt><dd>${text}</dd>`)
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${printPolicy(landscape)}">
<title>${title}</title>
<style>${new Html(printStyle(landscape))}</style>
</head>
<body>
<h1>${title}</h1>
<dl>${facts}</dl>
${body}
</body>
</html>
`.markup
}
