/** @returns deviations of examined items in words: `1 of 25 (4.0 %)`; nothing where nothing was examined */
export function rateText(deviating: number, examined: number): string | null {
  if (examined === 0) return null
  return `${deviating} of ${examined} (${((100 * deviating) / examined).toFixed(1)} %)`
}
