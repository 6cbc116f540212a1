import { createHash } from 'node:crypto'
import { html, Markup, type Shown } from './html.ts'

const style = `:root{color-scheme:light dark;--line:#c9ced6;--soft:#5b6472;--head:#f2f4f7;--link:#0b5cad;--bad:#b42318;--good:#146c2e}
@media screen and (prefers-color-scheme:dark){:root{--line:#3b424d;--soft:#a3adba;--head:#242a33;--link:#7fb8f5;--bad:#ff9c92;--good:#7fd396}body{background:#171b21;color:#e6e9ee}}
*{box-sizing:border-box}body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1200px;padding:16px 24px 48px}
a{color:var(--link)}h1{font-size:24px;line-height:1.25;margin:16px 0 8px}h2{font-size:18px;margin:28px 0 8px}h3{font-size:15px;margin:20px 0 4px}
nav,.soft,footer{color:var(--soft)}nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:0;padding:0}nav{border-bottom:1px solid var(--line);padding-bottom:8px}
.wide{overflow-x:auto}table{border-collapse:collapse;margin:8px 0}th,td{border:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:var(--head);font-weight:600;overflow-wrap:normal}td.whole{white-space:nowrap}td.number{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
dl{display:grid;grid-template-columns:minmax(120px,max-content) 1fr;gap:4px 16px;margin:8px 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.said{white-space:pre-wrap;overflow-wrap:anywhere;max-width:80ch}.bad{color:var(--bad);font-weight:600}.good{color:var(--good)}code{overflow-wrap:anywhere}
footer{border-top:1px solid var(--line);margin-top:40px;padding-top:8px;font-size:13px}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:11px;color:#000;background:#fff}nav{display:none}a{color:inherit;text-decoration:none}h1{font-size:18px}h2{font-size:14px}h3{font-size:12px}footer{font-size:10px}h2,h3{break-inside:avoid;break-after:avoid}td,dd{orphans:3;widows:3}thead{display:table-header-group}.wide{overflow:visible}}`

/** Nothing runs and nothing is loaded: the one style is named by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`

/** A link of the bar at the top; its path counts from the bundle's folder. */
export type PageLink = { title: string; path: string }

export type Page = { path: string; title: string; body: Shown }

/** @returns the text of a page that needs nothing beside itself */
export function pageText({ path, title, body }: Page, bar: readonly PageLink[], about: string): string {
  const to = (target: string) => `${rootFrom(path)}${target}`
  const links = bar.map((link) =>
    link.path === path
      ? html`<li><span aria-current="page">${link.title}</span></li>`
      : html`<li><a href="${to(link.path)}">${link.title}</a></li>`,
  )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · ${about}</title>
        ${styleElement}
      </head>
      <body>
        <nav aria-label="Pages">
          <ul>
            ${links}
          </ul>
        </nav>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>
          ${about}. These pages show what state.json and journal.jsonl hold; README.txt says how to verify them.
        </footer>
      </body>
    </html> `.text
}

const styleElement = new Markup(`<style>${style}</style>`)

/** @returns what leads from a page back to the bundle's folder */
export const rootFrom = (path: string): string => '../'.repeat(path.split('/').length - 1)

/** What is known of one thing, as terms and what they are; what is not there is left out. */
export function factList(facts: readonly (readonly [string, Shown])[]): Markup {
  const known = facts.filter(([, value]) => !isNothing(value))
  return html`<dl>
    ${known.map(
      ([term, value]) =>
        html`<dt>${term}</dt>
          <dd class="said">${value}</dd>`,
    )}
  </dl>`
}

const isNothing = (value: Shown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** A day, a number of an item, a reference: short words that read badly in two lines. */
const isWhole = (value: Shown): boolean => typeof value === 'string' && /^\S{1,16}$/.test(value)

/** A table, or a sentence where it has no rows. Columns whose heading ends in `#` hold numbers. */
export function table(caption: string, headings: readonly string[], rows: readonly (readonly Shown[])[]): Markup {
  if (rows.length === 0) return html`<p class="soft">None.</p>`
  const cell = (value: Shown, at: number) => {
    if (headings[at]?.endsWith('#')) return html`<td class="number">${value}</td>`
    return isWhole(value) ? html`<td class="whole">${value}</td>` : html`<td>${value}</td>`
  }
  return html`<div class="wide">
    <table aria-label="${caption}">
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading.replace(/#$/, '')}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`
}
