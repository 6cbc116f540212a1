import { type FilterName, filters, isFilterName } from './filters.ts'

/** Values that a filter can have in the papers at hand, where any text can be meant: references, criteria, initials, endings. */
export type KnownValues = Partial<Record<FilterName, readonly string[]>>

const most = 12

/** The term that is being typed: the name of a filter, or a value of one behind the last comma. */
const lastTerm = /(?:^|\s)-?(?:([a-z]+):((?:[^\s",]+,)*)("?)([^",]*)|([a-z]+))$/i

/**
 * What somebody may mean who is typing a filter: its name, or a value of it.
 * @returns whole texts that begin as the given one, at most twelve; nothing where no filter is begun
 */
export function completeSearch(text: string, known: KnownValues): string[] {
  const [, name = '', , quote = '', value = '', word] = lastTerm.exec(text) ?? []
  if (word !== undefined) return namesLike(word).map((filter) => `${cut(text, word)}${filter}:`)
  if (!isFilterName(name.toLowerCase()) || (quote === '' && value.includes(' '))) return []
  const begun = cut(text, `${quote}${value}`)
  return valuesOf(name.toLowerCase() as FilterName, known)
    .filter((each) => each.toLowerCase().startsWith(value.toLowerCase()) && each.toLowerCase() !== value.toLowerCase())
    .slice(0, most)
    .map((each) => `${begun}${/[\s,"]/.test(each) ? `"${each.replaceAll('"', '')}"` : each} `)
}

const namesLike = (word: string): string[] => Object.keys(filters).filter((name) => name.startsWith(word.toLowerCase()))

const valuesOf = (name: FilterName, known: KnownValues): readonly string[] => filters[name] ?? known[name] ?? []

const cut = (text: string, end: string): string => text.slice(0, text.length - end.length)
