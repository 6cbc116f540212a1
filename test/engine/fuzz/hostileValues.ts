import fc from 'fast-check'

/** Texts that something somewhere could take for more than a text. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    'line\nline',
    '\u{FEFF}',
    'invoice\u{202E}fdp.exe',
    '\u{D800}',
    '__proto__',
    'constructor',
    'toString',
    `'; DROP TABLE control; --`,
    '%_\\*"?',
    '=1+1',
    '../../../etc/passwd',
    '/etc/passwd',
    'C:\\x',
    'file:///etc/passwd',
    '<img src=x onerror=alert(1)>',
    '${7*7}{{7*7}}',
    '(a+)+$',
    'NaN',
    '1e999',
    '2025-02-30',
    '0000-01-01',
    '9999-12-31',
    '9'.repeat(400),
    'x'.repeat(60_000),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

/** Whatever crosses the border between two processes: more than JSON, and nothing that a schema expects. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      undefined,
      null,
      true,
      -0,
      -1,
      0.5,
      2 ** 53,
      1e308,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      10n,
      [],
      {},
      new Date(Number.NaN),
      new Map([['engagementId', 'x']]),
      new Uint8Array(9),
      JSON.parse('{"__proto__":{"engagementId":"x"}}'),
      Array.from({ length: 20_000 }, (_, at) => at),
      nested(2000),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}
