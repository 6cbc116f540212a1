import { describe, expect, it } from 'vitest'
import { entities } from '../../../shared/model/entities.ts'
import { parts } from '../../../shared/rollForward/parts.ts'
import { carriedForms, choosableFields, neverCarried } from '../../../shared/rollForward/carriedForms.ts'
import { carrying } from '../../../shared/rollForward/carrying.ts'
import { choiceTitles, partTitles } from '../../../shared/rollForward/words.ts'
import { rollForward } from '../../../shared/rollForward/rollForward.ts'

/** DOMAIN.md, consequence 7: a roll-forward must not copy results; issue 8 names what stays behind. */
const mustStayBehind = [
  'result',
  'resultTickmark',
  'sample',
  'sampleItem',
  'evidence',
  'evidenceLink',
  'conclusion',
  'opinion',
  'signOff',
  'reviewNote',
  'reviewResponse',
  'population',
  'walkthrough',
  'deviation',
]

describe('what a roll-forward carries', () => {
  it('is decided for every entity and field of the model', () => {
    expect(Object.keys(carrying).toSorted()).toEqual(Object.keys(entities).toSorted())
  })

  it('is nothing of what was done in the prior period', () => {
    const behind = neverCarried().flatMap(({ entities: of }) => of)
    expect(mustStayBehind.filter((entity) => !behind.some((one) => one === entity))).toEqual([])
  })

  it('comes after what it refers to', () => {
    const order = carriedForms().map(({ entity }) => entity)
    expect(order.indexOf('control')).toBeLessThan(order.indexOf('procedure'))
    expect(order.indexOf('procedure')).toBeLessThan(order.indexOf('attribute'))
    expect(order.indexOf('subserviceOrganisation')).toBeLessThan(order.indexOf('complementaryControl'))
  })

  it('has words for every part and choice', () => {
    expect(parts.filter((part) => partTitles[part] === '')).toEqual([])
    expect(choosableFields().filter(({ key }) => choiceTitles[key] === undefined)).toEqual([])
  })
})

describe('carrying papers', () => {
  const to = {
    engagementId: 'E2',
    reportType: 'type2',
    firstDay: '2026-10-01',
    lastDay: '2027-09-30',
    actorId: 'P',
    at: '2026-10-20T09:00:00.000+00:00',
  } as const
  const rows: Record<string, readonly ({ id: string } & Record<string, string | boolean | string[] | null>)[]> = {
    control: [{ id: 'C1', ref: 'CHG-01', title: 'Approval', owner: 'Head of IT' }],
    controlVersion: [
      { id: 'V1', controlId: 'C1', effectiveOn: '2025-10-01', description: 'See @[procedure:P1] and @[deviation:D1].' },
    ],
    procedure: [
      { id: 'P1', controlId: 'C1', sampleId: 'S1', aspect: 'operation', nature: 'inspection', text: 'Inspect.' },
      { id: 'P2', controlId: 'gone', aspect: 'operation', nature: 'inquiry', text: 'Ask.' },
    ],
    commitment: [
      { id: 'M1', kind: 'commitment', ref: 'SC-1', text: 'Kept.', criteria: [], controlIds: ['C1', 'gone'] },
    ],
    request: [
      {
        id: 'R1',
        ref: 'REQ-1',
        kind: 'other',
        title: 'Policy',
        text: 'Send it.',
        status: 'closed',
        dueOn: '2026-01-01',
      },
      { id: 'R2', ref: 'REQ-2', kind: 'sample', title: 'Items', text: 'Send them.', status: 'open', sampleId: 'S1' },
    ],
  }
  const run = (leaveOut: string[] = []) => {
    let next = 0
    const { changes } = rollForward((entity) => rows[entity] ?? [], to, {
      leaveOut: new Set(leaveOut),
      newId: () => `N${(next += 1)}`,
      wordsOf: ({ id }) => `(${id})`,
    })
    const of = (entity: string, id: string) =>
      Object.fromEntries(
        changes.filter((one) => one.entity === entity && one.id === id).map((one) => [one.field, one.value]),
      )
    return { changes, of }
  }

  it('gives new ids and keeps the origin', () => {
    const { of } = run()
    expect(of('control', 'N1')).toEqual({ ref: 'CHG-01', title: 'Approval', owner: 'Head of IT' })
    expect(of('origin', 'control:N1')).toEqual({ targetEntity: 'control', targetId: 'N1', originId: 'C1' })
  })

  it('points at carried papers by their new ids, and says the others in words', () => {
    const { changes } = run()
    const described = changes.find(({ entity, field }) => entity === 'controlVersion' && field === 'description')
    const procedure = changes.find(({ entity }) => entity === 'procedure')
    expect(described?.value).toBe(`See @[procedure:${procedure?.id ?? ''}] and (D1).`)
  })

  it('carries no sample with a procedure, and no procedure without its control', () => {
    const { changes } = run()
    const procedures = changes.filter(({ entity }) => entity === 'procedure')
    expect(new Set(procedures.map(({ id }) => id)).size).toBe(1)
    expect(procedures.map(({ field }) => field)).not.toContain('sampleId')
    expect(changes.find(({ field }) => field === 'controlIds')?.value).toEqual(['N1'])
  })

  it('opens requests again, without their dates, and leaves those about samples behind', () => {
    const { changes } = run()
    const asked = changes.filter(({ entity }) => entity === 'request')
    expect(asked.filter(({ field }) => field === 'ref').map(({ value }) => value)).toEqual(['REQ-1'])
    expect(asked.find(({ field }) => field === 'status')?.value).toBe('open')
    expect(asked.map(({ field }) => field)).not.toContain('dueOn')
  })

  it('leaves out the parts and fields that the auditor leaves out', () => {
    const { changes, of } = run(['procedures', 'control.owner'])
    expect(changes.filter(({ entity }) => entity === 'procedure')).toEqual([])
    expect(of('control', 'N1')).toEqual({ ref: 'CHG-01', title: 'Approval' })
  })
})
