/** Things that read as one, in their order. */
export type Alike<Item> = readonly [Item, ...Item[]]

/** Puts together what has the same key, each where the first of its kind stood. */
export const inOneLine = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Alike<Item>[] => {
  const lines = new Map<string, [Item, ...Item[]]>()
  for (const item of items) {
    const line = lines.get(keyOf(item))
    if (line === undefined) lines.set(keyOf(item), [item])
    else line.push(item)
  }
  return [...lines.values()]
}
