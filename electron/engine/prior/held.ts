import type { Reader } from '../../../db/reader.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { QueryContext } from '../handler.ts'

/** An engagement that can be read: of the store, or of a bundle that is open for reading. */
export type HeldPrior = { reader: Reader; source: 'store' | 'bundle'; engagement: EntityRow<'engagement'> }

/** @returns where an engagement can be read, the store first; `null` where it is not at hand */
export function heldPrior({ reader, session }: Pick<QueryContext, 'reader' | 'session'>, id: string): HeldPrior | null {
  const own = reader.get('engagement', id)
  if (own !== undefined) return { reader, source: 'store', engagement: own }
  const opened = session.openedBundles.reader(id)
  const engagement = opened?.get('engagement', id)
  return opened === undefined || engagement === undefined ? null : { reader: opened, source: 'bundle', engagement }
}
