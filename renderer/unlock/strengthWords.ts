const fewestCharacters = 12

/** @returns how a new passphrase would stand against guessing, in words; the engine has the last one */
export function strengthWords(passphrase: string): string {
  const characters = Array.from(passphrase.normalize('NFKC'))
  const words = new Set(
    passphrase
      .toLowerCase()
      .split(/[\s\p{P}]+/u)
      .filter((word) => word.length > 1),
  ).size
  if (characters.length === 0)
    return `At least ${fewestCharacters} characters; four or more different words are strong.`
  if (characters.length < fewestCharacters)
    return `Too short: ${characters.length} of at least ${fewestCharacters} characters.`
  if (new Set(characters).size < 6) return 'Weak: it repeats the same few characters.'
  if (words >= 5) return `Strong: ${words} different words.`
  if (words >= 4 || characters.length >= 20) return 'Fair. One more word makes it strong.'
  return 'Weak: add some words.'
}
