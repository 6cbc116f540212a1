const parts: Record<string, string> = {
  scope: 'Scope',
  populations: 'Populations',
  requests: 'Requests',
  thirdParties: 'Subservice organisations and complementary controls',
  evidence: 'Evidence',
  deviations: 'Deviations',
  opinion: 'Conclusions and opinion',
  report: 'Report',
}

/** @returns a section that people take on, as it is shown: a part of the work, or the criteria of a series */
export function sectionWords(section: string): string {
  return parts[section] ?? `Criteria ${section}`
}
