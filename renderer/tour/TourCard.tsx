import { Affix, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { stops } from './stops.ts'
import { endTour, goToStop, useTour } from './tourState.ts'

/** The tour beside the screen that it speaks of; nothing behind it is kept from anybody. */
export function TourCard() {
  const tour = useTour()
  const stop = tour === null ? undefined : stops[tour.at]
  if (tour === null || stop === undefined) return null
  const { engagementId } = tour
  const isLast = tour.at === stops.length - 1
  return (
    <Affix position={{ bottom: 40, right: 16 }}>
      <Paper
        component="aside"
        aria-label="Tour"
        withBorder
        shadow="md"
        p="md"
        w={360}
        onKeyDown={(event) => {
          if (event.key === 'Escape') endTour()
        }}
      >
        <Stack gap="xs">
          <Title order={2} size="h5">{`${tour.at + 1} of ${stops.length}: ${stop.title}`}</Title>
          <Text size="sm" aria-live="polite">
            {stop.text}
          </Text>
          <Group justify="space-between">
            <Button size="xs" variant="subtle" onClick={endTour}>
              End the tour
            </Button>
            <Group gap="xs">
              {tour.at === 0 ? null : (
                <Button size="xs" variant="default" onClick={() => goToStop(engagementId, tour.at - 1)}>
                  Back
                </Button>
              )}
              <Button key={tour.at} size="xs" ref={takeFocus} onClick={() => goToStop(engagementId, tour.at + 1)}>
                {isLast ? 'Finish' : 'Next'}
              </Button>
            </Group>
          </Group>
        </Stack>
      </Paper>
    </Affix>
  )
}

/** The keyboard stays on the way: at every stop Enter goes on, Escape ends it. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()
