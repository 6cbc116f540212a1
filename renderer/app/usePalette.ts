import { useMantineColorScheme } from '@mantine/core'
import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { datesOf } from '../engagements/engagementWords.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { useFound } from '../search/useFound.ts'
import { colourSchemes, useColourScheme } from '../settings/useColourScheme.ts'
import { today } from '../ui/dates.ts'
import { useShownKeys } from '../ui/useKeys.ts'
import { fieldworkCommands } from './commands/fieldworkCommands.ts'
import { reportingCommands } from './commands/reportingCommands.ts'
import { storeCommands } from './commands/storeCommands.ts'
import { goTo } from './goTo.ts'
import { links } from './links.ts'

/**
 * What the palette finds: what the keys of this screen do, engagements, controls, requests, commands, and whatever the store
 * holds of what is typed.
 * @param takeOver lets somebody else sign in
 * @returns the entries, and what is wrong with a filter that was typed
 */
export function usePalette(engagementId: string | undefined, typed: string, takeOver: () => void) {
  const found = useFound(typed, engagementId)
  const groups: SpotlightActionGroupData[] = [
    { group: 'Screens and actions', actions: useKeyActions() },
    { group: 'Commands', actions: [...useCommands(takeOver), ...commandsAt(engagementId)] },
    { group: 'Controls', actions: useControls(engagementId) },
    { group: 'Requests', actions: useRequests(engagementId) },
    { group: 'Engagements', actions: useEngagements() },
    { group: 'Found in the papers', actions: [...found.actions, ...searchFor(typed, engagementId)] },
  ]
  return { groups, problem: found.problem }
}

/** Everything that is found, on a screen of its own, where it is more than the palette shows. */
function searchFor(typed: string, engagementId: string | undefined) {
  const text = typed.trim()
  if (text === '') return []
  return [
    {
      id: 'search',
      label: `Search all papers for “${text}”`,
      keywords: typed,
      onClick: () => goTo(links.search(engagementId, text)),
    },
  ]
}

function useKeyActions() {
  return useShownKeys().map(({ keys, label, run }) => ({
    id: `key ${keys}`,
    label,
    rightSection: keys,
    onClick: run,
  }))
}

/** What is done on a screen leads to it. */
function commandsAt(engagementId: string | undefined) {
  const ofEngagement = engagementId === undefined ? [] : [...fieldworkCommands, ...reportingCommands]
  return [...ofEngagement, ...storeCommands].map(({ label, link }) => ({
    id: `command ${label}`,
    label,
    onClick: () => goTo(link(engagementId ?? '')),
  }))
}

function useCommands(takeOver: () => void) {
  const lock = useEngineCommand('store.lock')
  const { colorScheme } = useMantineColorScheme()
  const choose = useColourScheme()
  return [
    { id: 'lock', label: 'Lock the store', onClick: () => void lock.run({}).catch(() => undefined) },
    { id: 'take over', label: 'Let somebody else take over', onClick: takeOver },
    ...colourSchemes
      .filter(({ value }) => value !== colorScheme)
      .map(({ value, label }) => ({ id: value, label: `Colours: ${label}`, onClick: () => choose(value) })),
  ]
}

function useControls(engagementId: string | undefined) {
  const controls = useEngineQuery(
    'control.list',
    { engagementId: engagementId ?? '', limit: 1000 },
    { enabled: engagementId !== undefined },
  )
  if (engagementId === undefined) return []
  return (controls.data?.controls ?? []).map(({ controlId, ref, title }) => ({
    id: controlId,
    label: `${ref} ${title}`,
    onClick: () => goTo(links.control(engagementId, controlId)),
  }))
}

function useRequests(engagementId: string | undefined) {
  const requests = useEngineQuery(
    'request.list',
    { engagementId: engagementId ?? '', today: today() },
    { enabled: engagementId !== undefined },
  )
  if (engagementId === undefined) return []
  return (requests.data?.requests ?? []).map(({ requestId, ref, title }) => ({
    id: requestId,
    label: `${ref} ${title}`,
    onClick: () => goTo(links.request(engagementId, requestId)),
  }))
}

function useEngagements() {
  const list = useEngineQuery('engagement.list', {})
  return (list.data?.engagements ?? []).map((engagement) => ({
    id: engagement.engagementId,
    label: `${engagement.client} · ${datesOf(engagement)}`,
    onClick: () => goTo(links.dashboard(engagement.engagementId)),
  }))
}
