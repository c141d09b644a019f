interface Node {
  readonly name: string;
  readonly children: Map<string, Node>;
  isPostedTo: boolean;
}

/** The accounts of an export by their parents, so that a total can be said by the fewest accounts with all below them. */
export class AccountTree {
  readonly #tops = new Map<string, Node>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.#add(name);
  }

  /** Every account and parent there is, in the order of code units. */
  names(): string[] {
    const all: string[] = [];
    const visit = (node: Node): void => {
      all.push(node.name);
      for (const child of node.children.values()) visit(child);
    };
    for (const node of this.#tops.values()) visit(node);
    return all.sort();
  }

  /**
   * The fewest accounts that, with all below them, hold exactly those meant; undefined where one that is meant has
   * others below it, or none is meant.
   */
  cover(meant: ReadonlySet<string>): readonly string[] | undefined {
    const cover: string[] = [];
    for (const node of this.#tops.values()) {
      const below = coverOf(node, meant);
      if (below === undefined) return undefined;
      cover.push(...below);
    }
    return cover.length === 0 ? undefined : cover.sort();
  }

  /** Totals are never said of a root alone, such as all expenses: not every format has an account for it. */
  #add(name: string): void {
    const [root = '', top = '', ...parts] = name.split(':');
    let node = nodeIn(this.#tops, `${root}:${top}`);
    for (const part of parts) node = nodeIn(node.children, `${node.name}:${part}`);
    node.isPostedTo = true;
  }
}

function nodeIn(nodes: Map<string, Node>, name: string): Node {
  const known = nodes.get(name);
  if (known !== undefined) return known;
  const node: Node = { name, children: new Map(), isPostedTo: false };
  nodes.set(name, node);
  return node;
}

function coverOf(node: Node, meant: ReadonlySet<string>): readonly string[] | undefined {
  if (isWhollyMeant(node, meant)) return [node.name];
  if (meant.has(node.name)) return undefined;
  const cover: string[] = [];
  for (const child of node.children.values()) {
    const below = coverOf(child, meant);
    if (below === undefined) return undefined;
    cover.push(...below);
  }
  return cover;
}

function isWhollyMeant(node: Node, meant: ReadonlySet<string>): boolean {
  if (node.isPostedTo && !meant.has(node.name)) return false;
  return [...node.children.values()].every((child) => isWhollyMeant(child, meant));
}
