import { Button, Paper, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { PriorTest } from '../../shared/contract/prior.ts'
import { rateText } from '../../shared/compare/rateText.ts'
import { natureWords, timingWords } from '../../shared/procedure/procedureWords.ts'
import { methodWords } from '../../shared/sample/drawWords.ts'
import { PriorItems } from './PriorItems.tsx'

/** One test of the prior period: what was done on what, what it found, who did it, and its items. */
export function PriorTestCard({ priorEngagementId, test }: { priorEngagementId: string; test: PriorTest }) {
  const { procedureId, nature, timing, aspect, text, attributes, performed, sample, examined, deviating } = test
  const [isShown, items] = useDisclosure(false)
  const rate = rateText(deviating, examined)
  return (
    <Paper withBorder p="xs" component="article" aria-label={`Test of the prior period: ${text}`}>
      <Stack gap={4}>
        <Text size="xs" c="dimmed">
          {natureWords[nature]} · {aspect === 'design' ? 'Design' : 'Operation'}
          {timing === null ? '' : ` · ${timingWords[timing]}`}
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {text}
        </Text>
        {sample === null ? null : (
          <Text size="sm">
            <strong>Population:</strong> {sample.populationName}, {sample.populationSize}{' '}
            {sample.populationSize === 1 ? 'item' : 'items'}
            <br />
            <strong>Sample:</strong> {sample.size}, {methodWords[sample.method].toLowerCase()}, drawn by{' '}
            {sample.drawnBy} on {sample.drawnAt.slice(0, 10)}
            {sample.seed === null ? '' : `, seed ${sample.seed}`}
          </Text>
        )}
        {attributes.map(({ letter, text: asked, passed, deviations, notApplicable, untested }) => (
          <Text key={letter} size="sm">
            <strong>{letter}</strong> {asked}: {tally({ passed, deviations, notApplicable, untested })}
          </Text>
        ))}
        {rate === null ? null : (
          <Text size="sm" fw={600}>
            {deviating === 0 ? 'No deviation: ' : 'Deviations: '}
            {rate}
          </Text>
        )}
        {performed === null ? null : (
          <Text size="sm">
            Found on {performed.on} by {performed.by}: {performed.finding}
          </Text>
        )}
        <Testers test={test} />
        {sample === null ? null : (
          <Button size="compact-xs" variant="default" onClick={items.toggle} aria-expanded={isShown}>
            {isShown ? 'Hide its items' : `Show its ${sample.size} items`}
          </Button>
        )}
        {isShown ? (
          <PriorItems
            priorEngagementId={priorEngagementId}
            procedureId={procedureId}
            letters={attributes.map(({ letter }) => letter)}
          />
        ) : null}
      </Stack>
    </Paper>
  )
}

function Testers({ test: { testedBy, testedFrom, testedTo } }: { test: PriorTest }) {
  if (testedFrom === null || testedTo === null) return null
  const [first, last] = [testedFrom.slice(0, 10), testedTo.slice(0, 10)]
  return (
    <Text size="xs" c="dimmed">
      Tested by {testedBy.join(', ')}, {first === last ? first : `${first} to ${last}`}
    </Text>
  )
}

function tally({
  passed,
  deviations,
  notApplicable,
  untested,
}: Omit<PriorTest['attributes'][number], 'letter' | 'text' | 'expected'>) {
  const counts = [
    [passed, 'passed'],
    [deviations, deviations === 1 ? 'deviation' : 'deviations'],
    [notApplicable, 'not applicable'],
    [untested, 'untested'],
  ] as const
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return said.length === 0 ? 'nothing recorded' : said.join(', ')
}
