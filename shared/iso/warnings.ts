import type { IsoRequirement } from '../contract/iso.ts'

type Line = Pick<IsoRequirement, 'kind' | 'controls' | 'applicability' | 'conclusion'>

/**
 * What speaks against a line of the view as it stands (ISO/IEC 27001, 6.1.3 d on the statement of applicability; ISO/IEC 17021-1
 * on nonconformities). It never says what to conclude.
 */
export function isoWarnings({ kind, controls, applicability, conclusion }: Line): string[] {
  const applies = kind === 'clause' || applicability?.applicable !== false
  const deviations = controls.reduce((sum, control) => sum + control.deviations, 0)
  const performed = controls.some((control) => control.performed > 0)
  return [
    ...(kind === 'control' && applicability === null ? ['The statement of applicability has no line for it.'] : []),
    ...(applies && controls.length === 0 ? ['No control of the engagement is mapped to it.'] : []),
    ...(applies && conclusion === null ? ['It is not concluded yet.'] : []),
    ...(conclusion?.outcome === 'conform' && deviations > 0
      ? [
          `Concluded as conform, although ${deviations} ${deviations === 1 ? 'deviation was' : 'deviations were'} found.`,
        ]
      : []),
    ...(conclusion !== null && !performed
      ? ['Concluded, although no control under it has a performed procedure.']
      : []),
    ...(applicability?.applicable === true && applicability.implemented === 'no' && conclusion?.outcome === 'conform'
      ? ['Concluded as conform, although the statement of applicability says that it is not implemented.']
      : []),
  ]
}
