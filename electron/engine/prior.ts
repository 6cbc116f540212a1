import type { priorContract } from '../../shared/contract/prior.ts'
import type { Handlers } from './handler.ts'
import { priorControl } from './prior/control.ts'
import { heldPrior } from './prior/held.ts'
import { priorItems } from './prior/items.ts'
import { openPrior } from './prior/openBundle.ts'
import { linkOf } from './rollForward/priorPeriod.ts'

export const prior: Handlers<typeof priorContract> = {
  'prior.open': openPrior,
  'prior.close': async ({ priorEngagementId }, { session }) => {
    session.openedBundles.close(priorEngagementId)
    return {}
  },
  'prior.list': (_params, { reader, session }) => ({
    opened: session.openedBundles.engagementIds().flatMap((id) => {
      const held = heldPrior({ reader, session }, id)
      return held === null ? [] : [linkOf(held.engagement, held.source)]
    }),
  }),
  'prior.control': priorControl,
  'prior.items': priorItems,
}
