import { useDebouncedValue } from '@mantine/hooks'
import type { SpotlightActionData } from '@mantine/spotlight'
import type { SearchHit } from '../../shared/contract/search.ts'
import { goTo } from '../app/goTo.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { hitLink } from './hitLink.ts'
import { hitWords } from './hitWords.ts'

/** How long the last key has to be ago, in milliseconds, and the letters that are too few to look for. */
const rest = 150
const fewest = 2

/**
 * What the store holds of what somebody types: in the engagement that is open, or in all of them.
 * @returns entries of the palette, and what is wrong with a filter
 */
export function useFound(text: string, engagementId: string | undefined) {
  const [asked] = useDebouncedValue(text.trim(), rest)
  const answer = useEngineQuery(
    'search.query',
    { text: asked, ...(engagementId === undefined ? {} : { engagementId }) },
    { enabled: asked.length >= fewest, keepsPrevious: true },
  )
  const hits = asked.length >= fewest ? (answer.data?.hits ?? []) : []
  const actions = hits
    .filter((hit) => !isListed(hit))
    .map((hit): SpotlightActionData => ({
      id: `found ${hit.entity} ${hit.id}`,
      label: hitWords(hit),
      description: engagementId === undefined ? `${hit.client} · ${hit.excerpt}` : hit.excerpt,
      // The engine decided that it is meant; the palette would look for the very words in its label.
      keywords: text,
      onClick: () => goTo(hitLink(hit)),
    }))
  return { actions, problem: answer.error?.message ?? null }
}

/** Controls and requests stand in groups of their own, by reference and title. */
const isListed = ({ entity, marks }: SearchHit): boolean =>
  (entity === 'control' || entity === 'request') && marks.ref.length + marks.title.length > 0
