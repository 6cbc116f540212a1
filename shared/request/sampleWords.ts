/** What the client is asked about the items of a sample, unless somebody says it in other words. */
export const sampleRequestText = 'For each item, please provide what shows how it was handled, and say where it is.'

/** @returns the title of a request for the items of a sample; replaced ones are not asked for */
export function sampleRequestTitle(sample: {
  controlRef: string
  populationName: string
  items: readonly { replacedBecause: string | null }[]
}): string {
  const count = sample.items.filter(({ replacedBecause }) => replacedBecause === null).length
  return `${sample.controlRef}: ${count} item${count === 1 ? '' : 's'} of ${sample.populationName}`
}
