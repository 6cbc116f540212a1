import type { Path } from '../app/paths.ts'

/** What a screen is for and what to do on it, for somebody who sees it for the first time. */
export const screenHelp: Readonly<Record<Path, string>> = {
  '/': 'All engagements of this store. Create one, roll the last one forward, open the bundle of a colleague, or look around in the sample engagement.',
  '/settings':
    'People, retention, sampling policies, the library of procedures, the firm’s wording, backups and the passphrase of this store.',
  '/keys':
    'The keys of colleagues, for whom bundles are encrypted, and whose signatures are believed. Compare the words by voice before you rely on a key.',
  '/search': 'Looks for words and filters in the papers of every engagement, and in the names and text of evidence.',
  '/e/$engagementId':
    'How far the engagement is, what is open, and which date comes next. Every figure leads to what is behind it.',
  '/e/$engagementId/search':
    'Looks for words and filters in the papers of this engagement, and in the names and text of evidence.',
  '/e/$engagementId/scope':
    'What the report is on: criteria, commitments, the boundary of the system, subservice organisations and complementary controls. A criterion without a control is a gap.',
  '/e/$engagementId/description':
    'Management’s description of its system. Take it in from Word, link its paragraphs to the description criteria, and record what you found on each.',
  '/e/$engagementId/controls':
    'The control matrix. Import it from a workbook or add controls one by one, and map each to the criteria that it answers.',
  '/e/$engagementId/controls/$controlId':
    'Everything about one control: wording, walkthrough, sample, procedures, deviations and conclusions, in the order of the work.',
  '/e/$engagementId/populations':
    'The lists from which samples are drawn. Import each as the client gave it, and conclude on its completeness and accuracy before a draw.',
  '/e/$engagementId/populations/$populationId':
    'One list: where it came from, what the checks found, which rows cannot be drawn, and the conclusion on completeness and accuracy.',
  '/e/$engagementId/populations/$populationId/rows':
    'The rows of a list as they were imported. Find, filter and order them; they never change.',
  '/e/$engagementId/samples/$sampleId':
    'The items that were drawn, how, and over which months. Extend the sample or replace an item; the proof can be checked without Tickmark.',
  '/e/$engagementId/sheets/$procedureId':
    'A row for each item, a column for each attribute. Record outcomes by key, or import a sheet that was kept in a spreadsheet.',
  '/e/$engagementId/evidence':
    'Every file that supports a paper, exactly as it was received. Drop, paste, mark and redact; each is known by its SHA-256.',
  '/e/$engagementId/tickmarks': 'The legend: which sign stands for which sentence on the test sheets.',
  '/e/$engagementId/requests':
    'What the client was asked for and what is still missing. Send the list, and take in what comes back.',
  '/e/$engagementId/requests/$requestId': 'One request with its items, answers and files.',
  '/e/$engagementId/deviations':
    'Every deviation from its discovery to its conclusion: confirm it with the client, evaluate it, and say what it means.',
  '/e/$engagementId/conclusions':
    'From the controls to the criteria to the opinion. What is proposed follows from the papers; you decide, with a reason.',
  '/e/$engagementId/iso': 'The same controls held against ISO 27001: statement of applicability and conclusions.',
  '/e/$engagementId/narratives':
    'Memos, minutes of meetings and other texts of the file. Write one; it points at papers with @ and is signed like any other.',
  '/e/$engagementId/narratives/$narrativeId':
    'One text of the file, saved while you type. Headings, lists, tables and, with @, links to papers.',
  '/e/$engagementId/gates':
    'What has to be done before each date: report, release, lock. Each line leads to where it is done.',
  '/e/$engagementId/report':
    'The report as the papers make it. Settle what does not agree, write down the letters, then export it.',
  '/e/$engagementId/compare':
    'This period against another one: what was added, removed and changed, how rates of deviation went, and what was used before.',
  '/e/$engagementId/review':
    'What waits for your review: new and changed papers first. Sign, leave a note, go to the next.',
  '/e/$engagementId/bundles':
    'Hand the engagement over and take what others did: bundles, the exchange folder, conflicts to decide on.',
  '/e/$engagementId/journal':
    'Every change, by whom and when. Verify that none is missing, and note the words of the head in a memo.',
}

/** @returns what the screen at an address is for */
export function helpAt(pathname: string): string {
  const given = pathname.split('/')
  const path = (Object.keys(screenHelp) as Path[]).find((known) => {
    const parts = known.split('/')
    return parts.length === given.length && parts.every((part, at) => part.startsWith('$') || part === given[at])
  })
  return path === undefined ? '' : screenHelp[path]
}
