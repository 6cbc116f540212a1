import { type TermScreen, termScreens } from '../../shared/glossary/term.ts'

/** Screens of one paper, by the address of the list that it stands in. */
const papers: Partial<Record<string, TermScreen>> = {
  controls: 'control',
  populations: 'population',
  samples: 'sample',
  sheets: 'sheet',
}

/** @returns the screen that an address shows, as the glossary calls it; `undefined` outside of an engagement */
export function termScreenOf(pathname: string): TermScreen | undefined {
  const [, e, engagementId, section, paperId] = pathname.split('/')
  if (e !== 'e' || engagementId === undefined) return undefined
  if (section === undefined || section === '') return 'dashboard'
  const paper = paperId === undefined || paperId === '' ? undefined : papers[section]
  return paper ?? termScreens.find((screen) => screen === section)
}
