/** How many stand in a picture by themselves: where they are more, the largest do, and the others in one. */
const most = 12;
const largest = 9;

/** Lists the items of a part of the picture, in their order: each alone, and the smaller of many together, last. */
export function togetherWhereMany<T>(
  items: readonly T[],
  sizeOf: (item: T) => bigint,
): (isOf: (item: T) => boolean) => T[][] {
  const alone = new Set(items.length <= most ? items : bySize(items, sizeOf).slice(0, largest));
  return (isOf) => {
    const part = items.filter(isOf);
    const others = part.filter((item) => !alone.has(item));
    return [...part.filter((item) => alone.has(item)).map((item) => [item]), ...(others.length === 0 ? [] : [others])];
  };
}

/** The largest first; equals in their order. */
export function bySize<T>(items: readonly T[], sizeOf: (item: T) => bigint): T[] {
  return [...items].sort((one, other) => Number(sizeOf(other) > sizeOf(one)) - Number(sizeOf(other) < sizeOf(one)));
}
