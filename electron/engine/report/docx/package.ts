import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { escaped } from '../../../../shared/report/escaped.ts'

/** The day that every part of a written file bears: the same report is the same bytes. */
const partDate = '1980-01-01T00:00:00'

/**
 * Gives a filled document its properties, and takes away whatever the template brought of the person and computer that
 * wrote it: names, company, dates, paths.
 * @param finish what happens to every text part
 */
export function finishPackage(
  bytes: Uint8Array,
  { title, author }: { title: string; author: string },
  finish: (xml: string) => string,
): Uint8Array {
  const parts = unzipSync(bytes)
  const written = Object.entries(parts)
    .toSorted(([one], [other]) => packageOrder(one, other))
    .map(([name, content]): [string, Uint8Array] => {
      if (name === 'docProps/core.xml') return [name, strToU8(coreProperties(title, author))]
      if (name === 'docProps/app.xml') return [name, strToU8(appProperties)]
      if (name === 'docProps/custom.xml') return [name, strToU8(customProperties)]
      if (name === 'word/settings.xml') return [name, strToU8(withoutOrigin(strFromU8(content)))]
      return /\.(?:xml|rels)$/.test(name) ? [name, strToU8(finish(strFromU8(content)))] : [name, content]
    })
  return zipSync(Object.fromEntries(written), { mtime: partDate, level: 6 })
}

/** `[Content_Types].xml` comes first, as readers of the format expect. */
function packageOrder(one: string, other: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)
  return rank(one) - rank(other) || (one < other ? -1 : 1)
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const coreProperties = (title: string, author: string) =>
  `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy></cp:coreProperties>`

const appProperties = `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Tickmark</Application></Properties>`

const customProperties = `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`

/** Ids of editing sessions tell which copies of a template are related. */
const withoutOrigin = (xml: string) => xml.replaceAll(/<w:rsids>.*?<\/w:rsids>|<w:rsids\/>/gs, '')
