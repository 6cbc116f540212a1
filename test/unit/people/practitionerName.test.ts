import { expect, it } from 'vitest'
import { practitionerName } from '../../../db/practitionerName.ts'

it('names a practitioner as their own engagement does, never by a column of the table of names', () => {
  expect(practitionerName('note."by"', 'note.engagement_id')).toContain('note.engagement_id')
  expect(practitionerName('@practitionerId', '@engagementId')).toContain('@engagementId')
  expect(() => practitionerName('"by"', 'engagement_id')).toThrow('team_member')
})
