/**
 * What came to a file after its report date names who reviewed it (AT-C 105, AU-C 230), and nobody reviews their own work.
 * @param authors everybody who had a part in what is reviewed
 */
export function isSecondPerson(reviewer: string, authors: readonly (string | null)[]): boolean {
  return !authors.includes(reviewer)
}
