import { useRouteParam } from '../app/params.ts'
import { Screen } from '../ui/Screen.tsx'
import { ExportWorkpapers } from './ExportWorkpapers.tsx'
import { ExportBundle } from './ExportBundle.tsx'
import { InspectBundle } from './InspectBundle.tsx'

/** Hand an engagement over as one encrypted file, and verify one that was received. */
export function BundlesScreen() {
  const engagementId = useRouteParam('engagementId')
  return (
    <Screen title="Bundles">
      <ExportBundle engagementId={engagementId} />
      <ExportWorkpapers engagementId={engagementId} />
      <InspectBundle />
    </Screen>
  )
}
