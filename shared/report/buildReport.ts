import type { DocumentBlock, DocumentSection, ReportDocument, SectionKey } from './document.ts'
import type { ReportFacts } from './facts.ts'
import { auditorsSection, numberOf } from './sectionAuditor.ts'
import { assertionSection, descriptionSection, otherSection } from './sectionManagement.ts'
import { testsSection } from './sectionTests.ts'
import { whenWords } from './words.ts'

/**
 * The report that the papers make, section by section in the firm's order. Every file is written from it, so that all of them
 * say the same.
 */
export function buildReport(facts: ReportFacts): ReportDocument {
  const { client, system, reportType, settings } = facts
  const kind = reportType === 'type1' ? 'SOC 2 Type 1 report' : 'SOC 2 Type 2 report'
  return {
    client,
    title: kind,
    subtitle: `${system === null ? 'Description of its system' : system}, ${whenWords(facts)}`,
    firm: settings.firmName,
    author: settings.author || settings.firmName,
    sections: settings.sectionOrder.map((key) => sectionOf(key, facts)),
  }
}

function sectionOf(key: SectionKey, facts: ReportFacts): DocumentSection {
  return { key, number: numberOf(facts, key), title: titles(facts)[key], blocks: writers[key](facts) }
}

const writers: Record<SectionKey, (facts: ReportFacts) => DocumentBlock[]> = {
  auditorsReport: auditorsSection,
  assertion: assertionSection,
  description: descriptionSection,
  tests: testsSection,
  other: otherSection,
}

const titles = ({ client, reportType }: ReportFacts): Record<SectionKey, string> => ({
  auditorsReport: "Independent service auditor's report",
  assertion: `Assertion of the management of ${client}`,
  description: `Description of the system, provided by ${client}`,
  tests:
    reportType === 'type1'
      ? 'Applicable trust services criteria and related controls'
      : 'Applicable trust services criteria, related controls, tests of controls and results',
  other: `Other information provided by ${client} (unaudited)`,
})
