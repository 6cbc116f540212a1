import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { glossary } from '../../shared/glossary/glossary.ts'
import { termScreenOf } from './termScreen.ts'

/** The field's terms that a screen uses, explained; all of them where the reader asks. */
export function Terms({ pathname }: { pathname: string }) {
  const screen = termScreenOf(pathname)
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? glossary : glossary.filter(({ screens }) => screen !== undefined && screens.includes(screen))
  return (
    <>
      {shown.length === 0 ? null : (
        <Table captionSide="top" verticalSpacing={4}>
          <Table.Caption ta="left">{showsAll ? 'Terms' : 'Terms on this screen'}</Table.Caption>
          <Table.Tbody>
            {shown.map(({ term, also, meaning }) => (
              <Table.Tr key={term}>
                <Table.Th scope="row" w={180}>
                  {also === undefined ? term : `${term} (${also})`}
                </Table.Th>
                <Table.Td>{meaning}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {showsAll ? null : (
        <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {`All ${glossary.length} terms`}
        </Button>
      )}
    </>
  )
}
