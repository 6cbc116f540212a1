/** What can be wrong with papers, sign-offs, review notes and assignments. */
export const reviewErrors = {
  'paper.not_found': 'There is no such paper in this engagement, or it was removed.',
} as const
