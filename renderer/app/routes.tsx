import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouteComponent,
} from '@tanstack/react-router'
import { BundlesScreen } from '../bundles/BundlesScreen.tsx'
import { CompareScreen } from '../compare/CompareScreen.tsx'
import { ControlScreen } from '../controls/ControlScreen.tsx'
import { ControlsScreen } from '../controls/ControlsScreen.tsx'
import { DashboardScreen } from '../dashboard/DashboardScreen.tsx'
import { DescriptionScreen } from '../description/DescriptionScreen.tsx'
import { DeviationsScreen } from '../deviations/DeviationsScreen.tsx'
import { EvidenceScreen } from '../evidence/EvidenceScreen.tsx'
import { EngagementsScreen } from '../engagements/EngagementsScreen.tsx'
import { IsoScreen } from '../iso/IsoScreen.tsx'
import { JournalScreen } from '../journal/JournalScreen.tsx'
import { NarrativeScreen } from '../narratives/NarrativeScreen.tsx'
import { NarrativesScreen } from '../narratives/NarrativesScreen.tsx'
import { GatesScreen } from '../lock/GatesScreen.tsx'
import { ConclusionsScreen } from '../opinion/ConclusionsScreen.tsx'
import { PopulationScreen } from '../populations/PopulationScreen.tsx'
import { PopulationsScreen } from '../populations/PopulationsScreen.tsx'
import { RowsScreen } from '../populations/rows/RowsScreen.tsx'
import { ReportScreen } from '../report/ReportScreen.tsx'
import { RequestScreen } from '../requests/RequestScreen.tsx'
import { RequestsScreen } from '../requests/RequestsScreen.tsx'
import { ReviewScreen } from '../review/ReviewScreen.tsx'
import { SampleScreen } from '../samples/SampleScreen.tsx'
import { ScopeScreen } from '../scope/ScopeScreen.tsx'
import { SearchScreen } from '../search/SearchScreen.tsx'
import { SettingsScreen } from '../settings/SettingsScreen.tsx'
import { SheetScreen } from '../sheet/SheetScreen.tsx'
import { TickmarksScreen } from '../tickmarks/TickmarksScreen.tsx'
import { KeysScreen } from '../keys/KeysScreen.tsx'
import { Frame } from './Frame.tsx'
import type { Path } from './paths.ts'

const root = createRootRoute({ component: Frame })

const screens: Record<Path, RouteComponent> = {
  '/': EngagementsScreen,
  '/settings': SettingsScreen,
  '/keys': KeysScreen,
  '/search': SearchScreen,
  '/e/$engagementId': DashboardScreen,
  '/e/$engagementId/search': SearchScreen,
  '/e/$engagementId/scope': ScopeScreen,
  '/e/$engagementId/description': DescriptionScreen,
  '/e/$engagementId/narratives': NarrativesScreen,
  '/e/$engagementId/narratives/$narrativeId': NarrativeScreen,
  '/e/$engagementId/controls': ControlsScreen,
  '/e/$engagementId/controls/$controlId': ControlScreen,
  '/e/$engagementId/populations': PopulationsScreen,
  '/e/$engagementId/populations/$populationId': PopulationScreen,
  '/e/$engagementId/populations/$populationId/rows': RowsScreen,
  '/e/$engagementId/samples/$sampleId': SampleScreen,
  '/e/$engagementId/sheets/$procedureId': SheetScreen,
  '/e/$engagementId/evidence': EvidenceScreen,
  '/e/$engagementId/tickmarks': TickmarksScreen,
  '/e/$engagementId/requests': RequestsScreen,
  '/e/$engagementId/requests/$requestId': RequestScreen,
  '/e/$engagementId/deviations': DeviationsScreen,
  '/e/$engagementId/conclusions': ConclusionsScreen,
  '/e/$engagementId/iso': IsoScreen,
  '/e/$engagementId/gates': GatesScreen,
  '/e/$engagementId/report': ReportScreen,
  '/e/$engagementId/compare': CompareScreen,
  '/e/$engagementId/review': ReviewScreen,
  '/e/$engagementId/bundles': BundlesScreen,
  '/e/$engagementId/journal': JournalScreen,
}

const routes = Object.entries(screens).map(([path, component]) =>
  createRoute({ getParentRoute: () => root, path, component }),
)

export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  // Places and searches are texts, also where they look like numbers or have quotes.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString()
    return text === '' ? '' : `?${text}`
  },
})
