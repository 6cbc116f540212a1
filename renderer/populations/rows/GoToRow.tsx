import { Button, Group, NumberInput } from '@mantine/core'
import { type RefObject, useState } from 'react'

/** Goes to a row by its number: that of the file, or in another order the place in it. */
export function GoToRow({
  label,
  inputRef,
  onGo,
}: {
  label: string
  inputRef: RefObject<HTMLInputElement | null>
  onGo: (row: number) => void
}) {
  const [row, setRow] = useState<number | string>('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typeof row === 'number') onGo(row)
      }}
    >
      <Group gap={4} align="end" wrap="nowrap">
        <NumberInput
          ref={inputRef}
          label={label}
          w={130}
          min={1}
          allowDecimal={false}
          hideControls
          value={row}
          onChange={setRow}
        />
        <Button type="submit" variant="default" px="xs">
          Go
        </Button>
      </Group>
    </form>
  )
}
