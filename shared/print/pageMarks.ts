/** A mark in markup that is a page number's place: no text can hold it, since texts are escaped. */
const mark = /(<span class="page" data-of="([\w-]+)">)(?=<\/span>)/g

/**
 * A line of a table of contents, in markup: the number of the page is filled in when the pages were laid out once.
 * @param anchor of what it leads to, one of ours
 * @param title escaped
 */
export const contentsLine = (anchor: string, title: string): string =>
  `<span class="line"><a href="#${anchor}">${title}</a><span class="page" data-of="${anchor}"></span></span>`

/** @returns whether a document waits for the numbers of its pages */
export const hasPageMarks = (html: string): boolean => html.search(mark) !== -1

/** @returns a document whose contents name the pages of their anchors; one that stands on no page stays without */
export const withPageNumbers = (html: string, pages: ReadonlyMap<string, number>): string =>
  html.replaceAll(mark, (opening, _whole, anchor: string) => `${opening}${pages.get(anchor) ?? ''}`)

/** The lines of a table of contents: dots lead to the number, whose room is the same before it is known. */
export const contentsStyle = `
.line { align-items: last baseline; display: flex; gap: .4em; }
.line a { align-items: last baseline; color: inherit; display: flex; flex: 1; gap: .4em; text-decoration: none; }
.line:has(.page:not(:empty)) a::after { border-bottom: 1px dotted #888; content: ''; flex: 1; min-width: 1em; }
.page { min-width: 4ch; text-align: right; }
`
