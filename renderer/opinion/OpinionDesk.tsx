import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { useState } from 'react'
import type { Judgement, OpinionPart, ProposedPart } from '../../shared/contract/opinion.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { DecisionInputs } from './DecisionInputs.tsx'
import { type Decisions, decidedParts, decisionsOf, lacksReasoning } from './decisions.ts'
import { JudgementInputs } from './JudgementInputs.tsx'
import { sameJudgements } from './judgements.ts'
import { PartCard } from './PartCard.tsx'
import { ProseInput } from '../records/ProseInput.tsx'
import { Later, useFirstRows } from '../ui/Later.tsx'
import { ChangeFields } from '../ui/ChangeFields.tsx'

type OpinionDeskProps = {
  engagementId: string
  /** The proposal with the judgements as recorded. */
  recorded: readonly ProposedPart[]
  procedureOf: ReadonlyMap<string, string>
}

/** The opinion, part by part: judgements change the proposal at once and are recorded with the decision. */
export function OpinionDesk({ engagementId, recorded, procedureOf }: OpinionDeskProps) {
  const recordedJudgements = recorded.flatMap((part) => part.judgements)
  const [judgements, setJudgements] = useState(recordedJudgements)
  const [decisions, setDecisions] = useState<Decisions>(() => decisionsOf(recorded))
  const [basis, setBasis] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const isWhatIf = !sameJudgements(judgements, recordedJudgements)
  const whatIf = useEngineQuery('opinion.propose', { engagementId, judgements }, { enabled: isWhatIf })
  const save = useEngineCommand('opinion.save', { quiet: true })

  const parts = (isWhatIf ? whatIf.data?.parts : undefined) ?? recorded
  const decided = decidedParts(decisions, parts)

  const submit = async () => {
    setWasTried(true)
    if (decided.length === 0 || parts.some(({ part, proposal }) => lacksReasoning(decisions[part], proposal))) return
    try {
      await save.run({ engagementId, parts: decided, judgements, ...(basis.trim() === '' ? {} : { basis }) })
      setWasTried(false)
    } catch {
      // The error stands above the button; what was entered stays.
    }
  }

  return (
    <form
      aria-label="Opinion"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="md" onKeyDown={getHotkeyHandler([['mod+Enter', () => void submit()]])}>
        {useFirstRows(parts, 1).map((proposed) => (
          <PartCard
            key={proposed.part}
            engagementId={engagementId}
            proposed={proposed}
            isWhatIf={!sameJudgements(ofPart(judgements, proposed.part), ofPart(recordedJudgements, proposed.part))}
            procedureOf={procedureOf}
            judgements={
              <ChangeFields>
                <JudgementInputs part={proposed.part} judgements={judgements} onChange={setJudgements} />
              </ChangeFields>
            }
            decision={
              <ChangeFields>
                <DecisionInputs
                  proposed={proposed}
                  value={decisions[proposed.part]}
                  wasTried={wasTried}
                  onChange={(value) => setDecisions((entered) => ({ ...entered, [proposed.part]: value }))}
                />
              </ChangeFields>
            }
          />
        ))}
        <Later>
          <Paper withBorder p="md">
            <ChangeFields>
              <Stack gap="sm">
                <ProseInput
                  withLinks
                  label="Basis for the opinion as a whole"
                  minRows={2}
                  maxRows={12}
                  value={basis}
                  onChange={setBasis}
                />
                <ErrorNote error={whatIf.error ?? save.error} />
                {wasTried && decided.length === 0 ? (
                  <Text size="sm" role="alert">
                    Decide on one part at least.
                  </Text>
                ) : null}
                <Group justify="flex-end">
                  <Button type="submit" loading={save.pending}>
                    Record the opinion
                  </Button>
                </Group>
              </Stack>
            </ChangeFields>
          </Paper>
        </Later>
      </Stack>
    </form>
  )
}

const ofPart = (judgements: readonly Judgement[], part: OpinionPart) =>
  judgements.filter((judgement) => judgement.part === part)
