import { conclusionRows } from '../../../db/conclusion.ts'
import { allVersions, controlCriteria } from '../../../db/control.ts'
import { attributeRows } from '../../../db/procedure.ts'
import { itemsByControl } from '../../../db/prior/tests.ts'
import { sampleSummaries } from '../../../db/sample.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ComparedFacts, ComparedPaper } from '../../../shared/compare/compared.ts'
import { rateText } from '../../../shared/compare/rateText.ts'
import { outcomeWords } from '../../../shared/opinion/conclusionWords.ts'
import { partWords } from '../../../shared/opinion/words.ts'
import { frequencyWords } from '../../../shared/sampling/frequency.ts'
import { natureWords, timingWords } from '../../../shared/procedure/procedureWords.ts'
import { setAsideCriteria } from '../criterion/applicable.ts'
import { criteriaInScope } from '../catalogue.ts'
import type { HeldPrior } from '../prior/held.ts'
import { plainText } from '../record/plainText.ts'
import { commitmentPapers, complementaryPapers, organisationPapers, requestPapers } from './surroundings.ts'

type Plain = (text: string) => string

/** @returns what an engagement says, as far as it is compared with another one; texts without links */
export function comparedFacts({ reader, engagement }: HeldPrior): ComparedFacts {
  const { id } = engagement
  const plain = plainText(reader, id)
  const controls = controlPapers(reader, id, plain)
  const named = new Map(controls.map((control) => [control.id, control]))
  return {
    controls,
    criteria: criterionPapers(reader, engagement),
    commitments: commitmentPapers(reader, id, plain),
    organisations: organisationPapers(reader, id, plain),
    complementary: complementaryPapers(reader, id, plain),
    tests: testPapers(reader, id, named, plain),
    populations: populationPapers(reader, id),
    samples: samplePapers(reader, id, named),
    deviations: ratePapers(reader, id, named),
    conclusions: conclusionPapers(reader, id, named),
    opinion: opinionPapers(reader, id),
    requests: requestPapers(reader, id, plain),
  }
}

type Named = ReadonlyMap<string, ComparedPaper>

function controlPapers(reader: Reader, engagementId: string, plain: Plain): ComparedPaper[] {
  const versions = Map.groupBy(allVersions(reader, engagementId), ({ controlId }) => controlId)
  const criteria = Map.groupBy(controlCriteria(reader, engagementId), ({ controlId }) => controlId)
  return reader.list('control', { engagementId }, 'ref').map(({ id, ref, title, owner }) => {
    const latest = versions.get(id)?.at(-1)
    return {
      id,
      key: ref,
      ref,
      title,
      controlId: id,
      fields: {
        Reference: ref,
        Title: title,
        Description: plain(latest?.description ?? ''),
        Owner: owner,
        Frequency: latest === undefined ? null : frequencyWords[latest.frequency],
        Type: latest?.type.replaceAll('_', ' ') ?? null,
        Nature: latest?.nature ?? null,
        Criteria: (criteria.get(id) ?? []).map(({ criterionId }) => criterionId).join(', '),
      },
    }
  })
}

function criterionPapers(reader: Reader, { id, categories }: HeldPrior['engagement']): ComparedPaper[] {
  const setAside = setAsideCriteria(reader, id)
  return criteriaInScope(categories).map(({ criterionId, title }) => {
    const reason = setAside.get(criterionId)
    const scope = reason === undefined ? 'applies' : `set aside: ${reason}`
    return { id: criterionId, key: criterionId, ref: criterionId, title, controlId: null, fields: { Scope: scope } }
  })
}

function testPapers(reader: Reader, engagementId: string, named: Named, plain: Plain): ComparedPaper[] {
  const attributes = Map.groupBy(attributeRows(reader, { engagementId }), ({ procedureId }) => procedureId)
  return reader.list('procedure', { engagementId }).flatMap(({ id, controlId, aspect, nature, timing, text }) => {
    const control = named.get(controlId)
    if (control === undefined) return []
    const asked = (attributes.get(id) ?? []).map(({ letter, text: words }) => `${letter} ${plain(words)}`)
    return {
      id,
      key: `${aspect} ${nature}`,
      ref: control.ref,
      title: `${natureWords[nature]}, ${aspect}`,
      controlId,
      fields: {
        Procedure: plain(text),
        Nature: natureWords[nature],
        Timing: timing === null ? null : timingWords[timing],
        Attributes: asked.length === 0 ? null : asked.join('\n'),
      },
    }
  })
}

function populationPapers(reader: Reader, engagementId: string): ComparedPaper[] {
  return reader.list('population', { engagementId }, 'name').map(({ id, name, rows, source, complete, accurate }) => ({
    id,
    key: name,
    ref: '',
    title: name,
    controlId: null,
    fields: {
      Size: String(rows),
      Source: typeof source['system'] === 'string' ? source['system'] : null,
      'Complete and accurate': complete === null ? 'not concluded' : complete && accurate === true ? 'yes' : 'not both',
    },
  }))
}

function samplePapers(reader: Reader, engagementId: string, named: Named): ComparedPaper[] {
  const rows = new Map(reader.list('sample', { engagementId }).map((row) => [row.id, row]))
  return sampleSummaries(reader, engagementId, null).flatMap((summary) => {
    const row = rows.get(summary.sampleId)
    if (row === undefined || !named.has(summary.controlId)) return []
    const { confidence, tolerableRate, policy } = row.plan
    return {
      id: summary.sampleId,
      key: summary.part ?? '',
      ref: summary.controlRef,
      title: `Sample of ${summary.populationName}`,
      controlId: summary.controlId,
      fields: {
        'Population size': String(row.populationSize),
        'Sample size': String(summary.size),
        Selection: summary.method,
        Confidence: confidence === null ? null : percent(confidence),
        'Tolerable rate': tolerableRate === null ? null : percent(tolerableRate),
        Policy: policy,
      },
    }
  })
}

const percent = (rate: number) => `${Number((100 * rate).toFixed(1))} %`

function ratePapers(reader: Reader, engagementId: string, named: Named): ComparedPaper[] {
  return itemsByControl(reader, engagementId).flatMap(({ of, examined, deviating }) => {
    const control = named.get(of)
    if (control === undefined || examined === 0) return []
    const { ref, title } = control
    return { id: of, key: '', ref, title, controlId: of, fields: { 'Deviation rate': rateText(deviating, examined) } }
  })
}

function conclusionPapers(reader: Reader, engagementId: string, named: Named): ComparedPaper[] {
  return conclusionRows(reader, engagementId).map(({ conclusionId, targetEntity, targetId, ref, aspect, outcome }) => {
    const control = targetEntity === 'control' ? named.get(targetId) : undefined
    return {
      id: conclusionId,
      key: `${control === undefined ? `${targetEntity} ${ref}` : ''} ${aspect}`,
      ref,
      title: `${control?.title ?? targetEntity}, ${aspect}`,
      controlId: control === undefined ? null : targetId,
      fields: { Conclusion: outcomeWords(targetEntity, aspect, outcome) },
    }
  })
}

function opinionPapers(reader: Reader, engagementId: string): ComparedPaper[] {
  return reader.list('opinion', { engagementId }).map(({ id, part, form }) => ({
    id,
    key: part,
    ref: '',
    title: partWords[part],
    controlId: null,
    fields: { Opinion: form },
  }))
}
