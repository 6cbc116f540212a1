import { NumberInput, type NumberInputProps } from '@mantine/core'

/** A rate that is typed as a percentage and kept as a fraction. */
export function PercentInput({
  value,
  onChange,
  ...input
}: Pick<NumberInputProps, 'label' | 'aria-label' | 'size' | 'w'> & {
  value: number
  onChange: (fraction: number) => void
}) {
  return (
    <NumberInput
      {...input}
      suffix=" %"
      min={0}
      max={100}
      step={1}
      decimalScale={3}
      value={Number((value * 100).toPrecision(12))}
      onChange={(percent) => onChange(typeof percent === 'number' ? Number((percent / 100).toPrecision(12)) : 0)}
    />
  )
}
