import { Anchor, Stack, Text, Title } from '@mantine/core'
import type { SearchHit } from '../../shared/contract/search.ts'
import { hitLink } from './hitLink.ts'
import { kindTitle } from './hitWords.ts'
import { Marked } from './Marked.tsx'

/** What was found, by kind; each leads to its place. */
export function FoundList({ hits, namesClient }: { hits: readonly SearchHit[]; namesClient: boolean }) {
  return (
    <Stack gap="md">
      {[...Map.groupBy(hits, ({ entity }) => entity)].map(([entity, ofKind]) => (
        <Stack key={entity} gap={6} component="section" aria-label={kindTitle(entity)}>
          <Title order={2} size="h5">
            {kindTitle(entity)}
          </Title>
          <Stack gap={6} role="list" aria-label={kindTitle(entity)}>
            {ofKind.map((hit) => (
              <FoundRow key={`${hit.entity} ${hit.id}`} hit={hit} namesClient={namesClient} />
            ))}
          </Stack>
        </Stack>
      ))}
    </Stack>
  )
}

function FoundRow({ hit, namesClient }: { hit: SearchHit; namesClient: boolean }) {
  const { ref, title, excerpt, marks, client } = hit
  return (
    <div role="listitem">
      <Anchor href={hitLink(hit)} size="sm">
        <strong>
          <Marked text={ref} marks={marks.ref} />
        </strong>{' '}
        {title === ref ? null : <Marked text={title} marks={marks.title} />}
      </Anchor>
      {namesClient ? (
        <Text span size="xs" c="dimmed">
          {` · ${client}`}
        </Text>
      ) : null}
      {saysMore(hit) ? (
        <Text size="sm" lineClamp={2}>
          <Marked text={excerpt} marks={marks.excerpt} />
        </Text>
      ) : null}
    </div>
  )
}

/** The text of a paper may begin with its title: then it says more only where something was found behind it. */
function saysMore({ title, excerpt, marks }: SearchHit): boolean {
  if (excerpt === '' || title === '' || !excerpt.startsWith(title)) return excerpt !== ''
  return marks.excerpt.some(({ start }) => start >= title.length)
}
