import { headingRanks, isMarked, type RichNode } from './node.ts'

/**
 * @param escaped writes the words of a text so that no reader takes any of them for markup
 * @returns a text as elements; its highest headings are of the third level, the others no deeper than the fourth
 */
export function richHtml(content: readonly RichNode[], escaped: (text: string) => string): string {
  const ranks = headingRanks(content)
  const inside = (nodes: readonly RichNode[] = []): string => nodes.map(element).join('')
  const element = (node: RichNode): string => {
    switch (node.type) {
      case 'paragraph':
        return `<p>${inside(node.content)}</p>`
      case 'heading': {
        const level = Math.min(4, 3 + (ranks.get(node.attrs?.level ?? 1) ?? 0))
        return `<h${level}>${inside(node.content)}</h${level}>`
      }
      case 'bulletList':
        return `<ul>${inside(node.content)}</ul>`
      case 'orderedList':
        return `<ol start="${node.attrs?.start ?? 1}">${inside(node.content)}</ol>`
      case 'listItem':
        return `<li>${inside(node.content)}</li>`
      case 'blockquote':
        return `<blockquote>${inside(node.content)}</blockquote>`
      case 'table':
        return tableHtml(node, inside)
      case 'hardBreak':
        return '<br>'
      default:
        return marked(node, escaped)
    }
  }
  return content.map(element).join('\n')
}

type Inside = (nodes?: readonly RichNode[]) => string

/** The first rows that hold heads alone repeat on every page. */
function tableHtml({ content: rows = [] }: RichNode, inside: Inside): string {
  const isHead = ({ content = [] }: RichNode) =>
    content.length > 0 && content.every(({ type }) => type === 'tableHeader')
  const firstBody = rows.findIndex((row) => !isHead(row))
  const heads = firstBody === -1 ? [] : rows.slice(0, firstBody)
  const written = (some: readonly RichNode[]) =>
    some.map((row) => `<tr>${(row.content ?? []).map((cell) => cellHtml(cell, inside)).join('')}</tr>`).join('\n')
  const head = heads.length === 0 ? '' : `<thead>${written(heads)}</thead>`
  return `<table>${head}<tbody>\n${written(rows.slice(heads.length))}\n</tbody></table>`
}

function cellHtml({ type, attrs, content }: RichNode, inside: Inside): string {
  const name = type === 'tableHeader' ? 'th' : 'td'
  const span = (attribute: 'colspan' | 'rowspan') => {
    const count = attrs?.[attribute] ?? 1
    return count > 1 ? ` ${attribute}="${count}"` : ''
  }
  return `<${name}${span('colspan')}${span('rowspan')}>${inside(content)}</${name}>`
}

function marked(node: RichNode, escaped: (text: string) => string): string {
  const wrapped = (inner: string, type: Parameters<typeof isMarked>[1], name: string) =>
    isMarked(node, type) ? `<${name}>${inner}</${name}>` : inner
  const words = escaped(node.text ?? '')
  return wrapped(wrapped(wrapped(words, 'underline', 'u'), 'italic', 'em'), 'bold', 'strong')
}
