import type { paperContract } from '../../shared/contract/paper.ts'
import type { Handlers } from './handler.ts'
import { describePaper } from './paper/describe.ts'
import { paperHistory } from './paper/history.ts'

export const paper: Handlers<typeof paperContract> = {
  'paper.get': ({ target }, { reader }) => describePaper(reader, target),
  'paper.history': (params, { reader }) => paperHistory(reader, params),
}
