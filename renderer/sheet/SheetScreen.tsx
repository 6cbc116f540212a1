import { Anchor, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { BesidePrior } from '../prior/BesidePrior.tsx'
import { usePriorPane } from '../prior/usePriorPane.tsx'
import { PriorPane } from '../prior/PriorPane.tsx'
import { PaperReview } from '../review/PaperReview.tsx'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Later } from '../ui/Later.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { shownRows } from '../ui/shownRows.ts'
import { filterWords } from './SheetChoices.tsx'
import { ImportSheet } from './ImportSheet.tsx'
import { SheetDesk } from './SheetDesk.tsx'
import type { SheetStore } from './sheetStore.ts'
import type { SheetView } from './sheetView.ts'
import { useSheetState, useSheetStore } from './useSheetStore.ts'
import { useShownColumns } from './useShownColumns.ts'

/** The test sheet of a procedure: sample items against attributes, filled by keyboard. */
export function SheetScreen() {
  const engagementId = useRouteParam('engagementId')
  const procedureId = useRouteParam('procedureId')
  const store = useSheetStore(procedureId)
  const state = useSheetState(store)

  if (state.status === 'loading') return <Loading />
  if (state.status === 'failed') {
    return (
      <Screen title="Test sheet" actions={<Button onClick={() => void store.reload()}>Try again</Button>}>
        <ErrorNote error={state.error} />
      </Screen>
    )
  }

  return <ReadySheet store={store} view={state.view} engagementId={engagementId} />
}

type ReadySheetProps = { store: SheetStore; view: SheetView; engagementId: string }

function ReadySheet({ store, view, engagementId }: ReadySheetProps) {
  const { procedure } = view.sheet
  const [columns, setColumns] = useShownColumns(view.sheet)
  const empty = emptyBecause(view)
  const prior = usePriorPane(procedure.controlId)
  const [isImporting, importing] = useDisclosure(false)
  return (
    <Screen
      title={`Test sheet ${procedure.controlRef}`}
      subtitle={procedure.filledText}
      actions={
        <>
          {prior.button}
          <Anchor href={links.control(engagementId, procedure.controlId)}>Control {procedure.controlRef}</Anchor>
          {empty === null ? (
            <ChangeButton variant="default" onClick={importing.open}>
              Import…
            </ChangeButton>
          ) : null}
          <ListActions
            name={`Test sheet ${procedure.controlRef}`}
            selection={{
              list: 'testSheet',
              procedureId: procedure.procedureId,
              columns: columns.map(({ name }) => name),
              ...shownRows(
                view.rows.map(({ sampleItemId }) => sampleItemId),
                filterWords(view.choice.filter),
              ),
            }}
            disabled={view.rows.length === 0 || empty !== null}
          />
        </>
      }
    >
      <BesidePrior
        pane={
          prior.isOpen ? (
            <PriorPane
              engagementId={engagementId}
              controlId={procedure.controlId}
              procedureId={procedure.procedureId}
              onClose={prior.close}
            />
          ) : null
        }
      >
        {empty ? (
          <EmptyState
            title="Nothing to test yet"
            text={empty}
            action={
              <Button component="a" href={links.control(engagementId, procedure.controlId)}>
                Open {procedure.controlRef}
              </Button>
            }
          />
        ) : (
          <SheetDesk {...{ store, view, engagementId, columns }} onColumns={setColumns} />
        )}
        {isImporting ? (
          <ImportSheet
            procedure={procedure}
            onClose={() => {
              importing.close()
              void store.reload()
            }}
          />
        ) : null}
        <Later>
          <PaperReview target={{ entity: 'procedure', id: procedure.procedureId }} />
        </Later>
      </BesidePrior>
    </Screen>
  )
}

/** Why a sheet has no cells, with the next step. */
function emptyBecause({ sheet: { items, letters } }: SheetView): string | null {
  if (letters.length === 0)
    return 'The procedure has no attributes. Write on the control page what is looked at on every item.'
  return items.length === 0
    ? 'The procedure has no sample. Draw one on the control page, or choose it in the procedure.'
    : null
}
