import type { SystemComponent } from '../../shared/contract/scope.ts'

export const componentWords: Record<SystemComponent, string> = {
  infrastructure: 'Infrastructure',
  software: 'Software',
  people: 'People',
  procedures: 'Procedures',
  data: 'Data',
}

/** The components as a choice. */
export const componentOptions = (Object.keys(componentWords) as SystemComponent[]).map((value) => ({
  value,
  label: componentWords[value],
}))
