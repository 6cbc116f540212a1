const at =
  (...parts: string[]) =>
  (engagementId: string, ...ids: string[]) =>
    `#/e/${[engagementId, ...parts, ...ids].map(encodeURIComponent).join('/')}`

/** Addresses of the screens; each can be copied. */
export const links = {
  engagements: '#/',
  settings: '#/settings',
  /** In an engagement, or in all of them; with the text that is looked for. */
  search: (engagementId?: string, text?: string) => {
    const screen = engagementId === undefined ? '#/search' : at('search')(engagementId)
    return text === undefined ? screen : `${screen}?${new URLSearchParams({ text }).toString()}`
  },
  keys: '#/keys',
  dashboard: at(),
  scope: at('scope'),
  description: at('description'),
  narratives: at('narratives'),
  narrative: at('narratives'),
  controls: at('controls'),
  control: at('controls'),
  populations: at('populations'),
  population: at('populations'),
  populationRows: (engagementId: string, populationId: string) =>
    `${at('populations')(engagementId, populationId)}/rows`,
  sample: at('samples'),
  sheet: at('sheets'),
  evidence: at('evidence'),
  tickmarks: at('tickmarks'),
  requests: at('requests'),
  request: at('requests'),
  deviations: at('deviations'),
  conclusions: at('conclusions'),
  iso: at('iso'),
  review: at('review'),
  gates: at('gates'),
  report: at('report'),
  compare: at('compare'),
  bundles: at('bundles'),
  journal: at('journal'),
}
