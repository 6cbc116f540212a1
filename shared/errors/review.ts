/** What can be wrong with papers, sign-offs, review notes and assignments. */
export const reviewErrors = {
  'paper.not_found': 'There is no such paper in this engagement, or it was removed.',
  'signOff.not_found': 'There is no such sign-off.',
  'signOff.role_not_allowed': 'A {practitionerRole} does not sign as {role}.',
  'signOff.same_person': 'You signed this paper as {signedAs}. Somebody else has to sign it as {role}.',
  'signOff.preparer_first': 'The preparer has not signed this paper yet.',
  'signOff.changed_since_preparer':
    'The paper was changed since its preparer signed it. The preparer signs again first.',
  'signOff.open_notes': 'There are {count} review notes on this paper that are not cleared.',
  'signOff.open_conflict':
    'Two people changed this paper apart: {count} conflicts on it wait for a decision. Decide on them first.',
  'signOff.already_signed': 'You have signed this paper, as it stands, as {role}.',
  'signOff.not_yours': 'Only who signed takes a sign-off back.',
  'signOff.withdrawn': 'The sign-off was taken back already.',
  'note.not_found': 'There is no such review note.',
  'note.target_not_found': 'What the note speaks of is on no paper of this engagement.',
  'note.not_author': 'Only {author}, who wrote the note, clears it or opens it again.',
  'note.is_cleared': 'The note is cleared. Open it again first.',
  'note.not_cleared': 'The note is open already.',
  'review.visit_in_future': 'The paper cannot have been open later than now.',
  'assignment.unknown_section': 'The engagement has no section {section}.',
  'assignment.unknown_person': 'There is no such practitioner in this store or engagement.',
  'assignment.not_found': 'Nobody has taken this on.',
} as const
