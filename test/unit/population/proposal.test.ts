import { expect, it } from 'vitest'
import { proposeColumns } from '../../../shared/population/proposal.ts'

const dated = (...columns: string[]) => columns.map((column) => ({ column, formats: ['iso' as const] }))

it('proposes the ticket number and the day of the event for a list of changes', () => {
  const header = ['change_id', 'deployed', 'system', 'author', 'approver', 'kind', 'tests', 'approved_on']
  expect(proposeColumns(header, dated('deployed', 'approved_on'))).toEqual({ itemId: 'change_id', date: 'deployed' })
})

it('looks for the id by its name before it takes the first column', () => {
  expect(proposeColumns(['System', 'TicketNumber', 'Amount', 'Site'], [])).toEqual({
    itemId: 'TicketNumber',
    amount: 'Amount',
    stratum: 'Site',
  })
  expect(proposeColumns(['when', 'what', ''], dated('when'))).toEqual({ itemId: 'what', date: 'when' })
})
