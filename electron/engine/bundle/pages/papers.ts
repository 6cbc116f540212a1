import type { JsonValue } from '../../../../shared/journal/change.ts'
import type { PlainState } from '../../../../shared/journal/fold.ts'
import { deletedField, entities, type EntityName, type EntityRow } from '../../../../shared/model/entities.ts'
import { proseFields } from '../../../../shared/record/prose.ts'
import { teamMemberId } from '../../teamMember.ts'

/** How texts are read outside of the window. */
type PaperTexts = {
  plain: (text: string) => string
  /** The text of every procedure with its placeholders filled. */
  procedures: ReadonlyMap<string, string>
}

/** The papers that a state holds, as the pages read them: what is hidden is left out. */
export class Papers {
  readonly engagementId: string
  /** Where each piece of evidence lies in the bundle. */
  readonly evidencePaths: ReadonlyMap<string, string>
  /** Writes the reference of a record in the place of the token that points at it: pages have no links to follow. */
  readonly plain: (text: string) => string
  readonly #procedureTexts: ReadonlyMap<string, string>
  readonly #state: PlainState
  readonly #rows = new Map<EntityName, unknown[]>()
  readonly #byId = new Map<EntityName, ReadonlyMap<string, unknown>>()
  #links: Map<string, EntityRow<'evidenceLink'>[]> | null = null

  constructor(state: PlainState, engagementId: string, evidencePaths: ReadonlyMap<string, string>, texts: PaperTexts) {
    this.#state = state
    this.plain = texts.plain
    this.#procedureTexts = texts.procedures
    this.engagementId = engagementId
    this.evidencePaths = evidencePaths
  }

  /** @returns the rows of an entity that are shown, by id */
  rows<E extends EntityName>(entity: E): EntityRow<E>[] {
    const known = this.#rows.get(entity)
    // What a journal says of an entity was checked field by field when it was written; here it becomes typed.
    if (known !== undefined) return known as EntityRow<E>[]
    const rows = this.#shown(entity).map(([id, fields]) => this.#rowOf(entity, id, fields))
    this.#rows.set(entity, rows)
    return rows as unknown as EntityRow<E>[]
  }

  /** Makes all rows ready before somebody asks for them at once. @param pause lets other work run between two of them */
  async prepare(pause: () => Promise<void>): Promise<void> {
    for (const entity of Object.keys(this.#state).filter(isEntityName)) {
      const rows: unknown[] = []
      for (const [id, fields] of this.#shown(entity)) {
        rows.push(this.#rowOf(entity, id, fields))
        await pause()
      }
      this.#rows.set(entity, rows)
    }
  }

  #shown(entity: EntityName): [id: string, fields: Record<string, JsonValue>][] {
    return Object.entries(this.#state[entity] ?? {})
      .filter(([, fields]) => fields[deletedField] !== true)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
  }

  #rowOf(entity: EntityName, id: string, fields: Readonly<Record<string, JsonValue>>): object {
    return { ...absent(entity), ...fields, ...this.#prose(entity, fields), id, engagementId: this.engagementId }
  }

  /** @returns the sentences of a row as they are read */
  #prose(entity: EntityName, fields: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
    const names = proseFields.filter((each) => each.entity === entity).flatMap((each) => each.fields)
    return Object.fromEntries(
      names.flatMap((name) => {
        const text = fields[name]
        return typeof text === 'string' ? [[name, this.plain(text)]] : []
      }),
    )
  }

  get<E extends EntityName>(entity: E, id: string | null): EntityRow<E> | undefined {
    if (id === null) return undefined
    const known = this.#byId.get(entity) ?? new Map(this.rows(entity).map((row) => [row.id, row]))
    this.#byId.set(entity, known)
    return known.get(id) as EntityRow<E> | undefined
  }

  /** @returns the text of a procedure as it is performed: its placeholders are filled */
  procedureText({ id, text }: EntityRow<'procedure'>): string {
    return this.plain(this.#procedureTexts.get(id) ?? text)
  }

  /** @returns the name of a practitioner as this engagement knows them */
  person(practitionerId: string | null): string | null {
    if (practitionerId === null) return null
    const id = teamMemberId(this.engagementId, practitionerId)
    const name = this.#state['teamMember']?.[id]?.['name']
    return typeof name === 'string' ? name : practitionerId
  }

  /** @returns the evidence that supports a paper */
  evidenceOf(entity: string, id: string): EntityRow<'evidence'>[] {
    this.#links ??= Map.groupBy(this.rows('evidenceLink'), (link) => `${link.targetEntity}:${link.targetId}`)
    const links = this.#links.get(`${entity}:${id}`) ?? []
    return links.flatMap(({ evidenceId }) => this.get('evidence', evidenceId) ?? [])
  }
}

const isEntityName = (name: string): name is EntityName => Object.hasOwn(entities, name)

function absent(entity: EntityName): Record<string, JsonValue> {
  return Object.fromEntries(Object.keys(entities[entity]).map((field) => [field, null]))
}
