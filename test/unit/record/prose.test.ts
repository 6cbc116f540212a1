import { describe, expect, it } from 'vitest'
import { fieldOf } from '../../../shared/model/entities.ts'
import { isPaperKind, paperKinds } from '../../../shared/paper/paperForms.ts'
import { proseFields } from '../../../shared/record/prose.ts'
import { isRecordKind } from '../../../shared/record/record.ts'

describe('the texts that can refer to records', () => {
  it('are fields of text, each named once', () => {
    const names = proseFields.flatMap(({ entity, fields }) => fields.map((field) => `${entity}.${field}`))
    expect(new Set(names).size).toBe(names.length)
    const kinds = proseFields.flatMap(({ entity, fields, form }) =>
      fields.map((field) => [fieldOf(entity, field)?.kind, form]),
    )
    expect(kinds.filter(([kind, form]) => kind !== (form === 'rich' ? 'json' : 'text'))).toEqual([])
  })

  it('can refer to every paper that is signed', () => {
    expect(paperKinds.filter((kind) => !isRecordKind(kind))).toEqual([])
    expect(isPaperKind('deviation') && isRecordKind('deviation')).toBe(true)
  })
})
