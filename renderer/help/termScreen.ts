import { type TermScreen, termScreens } from '../../shared/glossary/term.ts'

/** Screens of one paper, by the address of the list that it stands in. */
const papers: Partial<Record<string, TermScreen>> = {
  controls: 'control',
  populations: 'population',
  samples: 'sample',
  sheets: 'sheet',
}

/** @returns the screen that an address shows, as the glossary calls it */
export function termScreenOf(pathname: string): TermScreen | undefined {
  const [, e, engagementId, section, paperId] = pathname.split('/')
  if (e !== 'e' || engagementId === undefined) return e === '' ? 'engagements' : known(e)
  if (section === undefined || section === '') return 'dashboard'
  const paper = paperId === undefined || paperId === '' ? undefined : papers[section]
  return paper ?? known(section)
}

const known = (name: string | undefined) => termScreens.find((screen) => screen === name)
