import { Badge } from '@mantine/core'
import type { Request } from '../../shared/contract/request.ts'
import { today } from '../ui/dates.ts'
import { statusWords } from './requestWords.ts'

const colors: Record<string, string> = { overdue: 'red', received: 'green', closed: 'gray' }

/** Where a request stands, by word and by colour. */
export function RequestStatus({ request }: { request: Request }) {
  const words = statusWords(request, today())
  return (
    <Badge color={colors[words] ?? 'blue'} variant="outline" miw="max-content">
      {words}
    </Badge>
  )
}
