import { describe, expect, it } from 'vitest'
import { fieldworkCommands } from '../../../renderer/app/commands/fieldworkCommands.ts'
import { reportingCommands } from '../../../renderer/app/commands/reportingCommands.ts'
import { storeCommands } from '../../../renderer/app/commands/storeCommands.ts'
import { frameKeys } from '../../../renderer/app/frameKeys.ts'
import { paths } from '../../../renderer/app/paths.ts'
import { contract } from '../../../shared/contract/index.ts'

const entries = [...storeCommands, ...fieldworkCommands, ...reportingCommands]

/** Before a store is open, in the frame around every screen, in the palette by name, or done by the program itself. */
const elsewhere = [
  'store.create',
  'store.open',
  'store.lock',
  'store.switchUser',
  'store.acceptHistory',
  'search.update',
  'review.recordVisits',
  'unsaved.keep',
  'unsaved.drop',
]

const addressOf = (path: string) => `#${path.replace('$engagementId', 'E')}`

describe('the palette', () => {
  it('reaches every command', () => {
    const changing = Object.entries(contract).flatMap(([method, { kind }]) => (kind === 'query' ? [] : [method]))
    const reached = [...entries.flatMap(({ does }) => does), ...elsewhere]
    expect(changing.filter((method) => !reached.some((each) => each === method))).toEqual([])
    expect(reached.filter((method, place) => reached.indexOf(method) !== place)).toEqual([])
  })

  it('reaches every screen that is not of one paper', () => {
    const reached = new Set([...frameKeys('E', 'type2'), ...frameKeys(undefined, undefined)].map(({ link }) => link))
    const ofNoPaper = paths.filter((path) => !path.replace('$engagementId', '').includes('$'))
    expect(ofNoPaper.map(addressOf).filter((address) => !reached.has(address))).toEqual([])
  })

  it('leads with each command to a screen that is there', () => {
    const known = new Set(paths.map(addressOf))
    expect(entries.map(({ link }) => link('E')).filter((address) => !known.has(address))).toEqual([])
  })

  it('has one name for each command', () => {
    const labels = entries.map(({ label }) => label)
    expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([])
  })
})
