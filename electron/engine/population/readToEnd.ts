/** Lets a source run to its end for what it counts on the way. */
export async function readToEnd(source: AsyncIterable<unknown>): Promise<void> {
  const reading = source[Symbol.asyncIterator]()
  // One after the other is what reading to the end is.
  while ((await reading.next()).done !== true);
}
