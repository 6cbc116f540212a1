import { unsearchedFiles } from '../../db/search/unsearchedFiles.ts'
import type { searchContract } from '../../shared/contract/search.ts'
import type { Handlers } from './handler.ts'
import { querySearch } from './search/query.ts'
import { updateSearch } from './search/update.ts'

export const search: Handlers<typeof searchContract> = {
  'search.query': querySearch,
  'search.unsearched': (choice, { reader }) => unsearchedFiles(reader, choice),
  'search.update': updateSearch,
}
