import { keptAgainstDeletion } from '../../../db/conflict.ts'
import type { Reader } from '../../../db/reader.ts'
import { receivedOf } from '../../../db/receivedBundle.ts'
import { originOf, referencedEntities, repeatedSamples, sharedRefs } from '../../../db/settlement.ts'
import type { Settlement } from '../../../shared/contract/conflict.ts'
import { keyFingerprint, keyWords } from '../bundle/sshPublicKey.ts'
import { paperWords, spaced } from '../merge/paperWords.ts'
import { signerOf } from '../signer/save.ts'
import { isSameKey } from '../signer/standing.ts'
import { teamMemberId } from '../teamMember.ts'
import { nextRefOf } from './nextRef.ts'
import { placeOf } from './place.ts'

const longestDetail = 200

/** @returns what a person has to settle after copies met, besides conflicts of fields */
export function settlementsOf(reader: Reader, engagementId: string): Settlement[] {
  return [
    ...repeatedRefs(reader, engagementId),
    ...drawnTwice(reader, engagementId),
    ...kept(reader, engagementId),
    ...unconfirmed(reader, engagementId),
  ]
}

function paper(
  reader: Reader,
  engagementId: string,
  entity: string,
  id: string,
  detail: string,
): Settlement['papers'][number] {
  const origin = originOf(reader, engagementId, entity, id)
  return {
    id,
    paper: paperWords(reader, entity, id),
    place: placeOf(reader, engagementId, entity, id),
    detail: detail.slice(0, longestDetail),
    by: origin === undefined ? null : nameOf(reader, engagementId, origin.by),
    at: origin?.at ?? null,
  }
}

/** @returns the name under which an engagement knows somebody, else the id */
export function nameOf(reader: Reader, engagementId: string, actorId: string): string {
  return reader.get('teamMember', teamMemberId(engagementId, actorId))?.name ?? actorId
}

function repeatedRefs(reader: Reader, engagementId: string): Settlement[] {
  return referencedEntities.flatMap((entity) => {
    const groups = Map.groupBy(sharedRefs(reader, engagementId, entity), ({ ref }) => ref)
    return [...groups].map(([ref, papers]): Settlement => ({
      settlementId: `repeated_ref:${entity}:${ref}`,
      kind: 'repeated_ref',
      entity,
      papers: papers.map(({ id, detail }) => paper(reader, engagementId, entity, id, detail)),
      says: `${papers.length} papers have the reference ${ref} (${spaced(entity)}). Give all but one another reference.`,
      nextRef: nextRefOf(reader, engagementId, entity, papers[0]?.id ?? ''),
    }))
  })
}

function drawnTwice(reader: Reader, engagementId: string): Settlement[] {
  const groups = Map.groupBy(
    repeatedSamples(reader, engagementId),
    ({ populationId, controlId }) => `${populationId} ${controlId}`,
  )
  return [...groups].map(([key, samples]): Settlement => {
    const [first] = samples
    const control = reader.get('control', first?.controlId ?? '')?.ref ?? 'its control'
    const population = reader.get('population', first?.populationId ?? '')?.name ?? 'its population'
    return {
      settlementId: `sample_drawn_twice:${key}`,
      kind: 'sample_drawn_twice',
      entity: 'sample',
      papers: samples.map(({ id, size, drawnBy, drawnAt }) => ({
        id,
        paper: `sample of ${size} items`,
        place: placeOf(reader, engagementId, 'sample', id),
        detail: `drawn for ${control} from ${population}`,
        by: nameOf(reader, engagementId, drawnBy),
        at: drawnAt,
      })),
      says: `${samples.length} samples were drawn for ${control} from ${population} without knowing of each other. Both stay; say why there is a second one.`,
      nextRef: null,
    }
  })
}

function kept(reader: Reader, engagementId: string): Settlement[] {
  return keptAgainstDeletion(reader, engagementId).map(({ entity, id }): Settlement => ({
    settlementId: `kept_against_deletion:${entity}:${id}`,
    kind: 'kept_against_deletion',
    entity,
    papers: [paper(reader, engagementId, entity, id, '')],
    says: `One person deleted ${paperWords(reader, entity, id)}, and another changed it without knowing. It stays until you decide.`,
    nextRef: null,
  }))
}

/** Keys whose bundles were taken at first contact and whose words nobody has compared yet. */
function unconfirmed(reader: Reader, engagementId: string): Settlement[] {
  const own = reader.list('practitioner', {})
  const open = receivedOf(reader, engagementId).filter(
    ({ publicKey }) =>
      signerOf(reader, publicKey) === undefined && !own.some((one) => isSameKey(one.publicKey, publicKey)),
  )
  return [...Map.groupBy(open, ({ publicKey }) => keyFingerprint(publicKey))].map(
    ([fingerprint, bundles]): Settlement => {
      const exporter = bundles[0]?.exporter ?? ''
      return {
        settlementId: `signer_not_confirmed:${fingerprint}`,
        kind: 'signer_not_confirmed',
        entity: 'signer',
        papers: bundles.map((bundle) => ({
          id: bundle.publicKey,
          paper: `bundle of ${bundle.exporter}`,
          place: null,
          detail: keyWords(bundle.publicKey),
          by: bundle.exporter,
          at: bundle.createdAt,
        })),
        says: `Nobody has confirmed the key ${fingerprint} that ${exporter} signs with. Compare its words by voice: ${keyWords(bundles[0]?.publicKey ?? '')}.`,
        nextRef: null,
      }
    },
  )
}
