const blockSize = 1 << 20;
const firstSlots = 16;
/** Before its bytes a key has its number and how many bytes it has. Keys begin at every fourth byte. */
const headSize = 12;
const step = 4;

interface Block {
  readonly bytes: Buffer;
  used: number;
}

/**
 * Texts that are seen once, each with a number. There may be millions of them, so they are kept as bytes in blocks: as
 * strings in a Map each costs three times as much, and the collector walks over all of them again and again. Text that
 * was decoded from a file is well formed, so that its UTF-8 tells any two apart.
 */
export class SeenKeys {
  /** The keys in the order in which they were added; blocks, because an array that grows leaves its old selves behind. */
  readonly #blocks: Block[] = [];
  /** The place of each key by its hash, or behind that; in steps from the first, counted from 1, and 0 where it is free. */
  #slots = new Uint32Array(firstSlots);
  #count = 0;

  /** Remembers a key with a number, if it was not seen before; the number that it was seen with, if it was. */
  add(key: string, number: number): number | undefined {
    const block = this.#write(key);
    const slot = this.#slotOf(block, block.used);
    const known = this.#numberIn(slot);
    if (known !== undefined) return known;
    block.bytes.writeDoubleLE(number, block.used);
    this.#slots[slot] = ((this.#blocks.length - 1) * blockSize + block.used) / step + 1;
    block.used = after(block, block.used);
    this.#count += 1;
    if (this.#count * 2 === this.#slots.length) this.#grow();
    return undefined;
  }

  /** The number that a key was seen with. */
  get(key: string): number | undefined {
    const block = this.#write(key);
    return this.#numberIn(this.#slotOf(block, block.used));
  }

  /** Every key, in the order in which they were seen. */
  *keys(): Generator<string> {
    for (const { bytes, used } of this.#blocks) {
      for (let at = 0; at < used; at = after({ bytes }, at)) {
        yield bytes.toString('utf8', at + headSize, endOf({ bytes }, at));
      }
    }
  }

  /** Writes a key behind all others, and gives the block. It is one of them only when the block counts it as used. */
  #write(key: string): Block {
    const longest = headSize + key.length * 3 + step;
    let block = this.#blocks.at(-1);
    if (block === undefined || block.used + longest > blockSize) {
      block = { bytes: Buffer.allocUnsafeSlow(Math.max(blockSize, longest)), used: 0 };
      this.#blocks.push(block);
    }
    const length = block.bytes.write(key, block.used + headSize, 'utf8');
    block.bytes.writeUInt32LE(length, block.used + 8);
    return block;
  }

  /** The slot of the key that is written there, or the free one that it would have. */
  #slotOf(block: Block, at: number): number {
    const last = this.#slots.length - 1;
    let slot = hashOf(block, at) & last;
    for (let place = this.#slots[slot] ?? 0; place > 0; place = this.#slots[slot] ?? 0) {
      const other = this.#blockOf(place);
      if (isSame(block, at, other, startOf(place))) return slot;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #numberIn(slot: number): number | undefined {
    const place = this.#slots[slot] ?? 0;
    return place === 0 ? undefined : this.#blockOf(place).bytes.readDoubleLE(startOf(place));
  }

  #blockOf(place: number): Block {
    const block = this.#blocks[Math.floor(((place - 1) * step) / blockSize)];
    if (block === undefined) throw new Error(`no key is at ${place}`);
    return block;
  }

  /** Never more than half of the slots are taken. */
  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (const [nth, block] of this.#blocks.entries()) {
      for (let at = 0; at < block.used; at = after(block, at)) {
        this.#slots[this.#slotOf(block, at)] = (nth * blockSize + at) / step + 1;
      }
    }
  }
}

function startOf(place: number): number {
  return ((place - 1) * step) % blockSize;
}

function endOf({ bytes }: Pick<Block, 'bytes'>, at: number): number {
  return at + headSize + bytes.readUInt32LE(at + 8);
}

/** Where the key after one begins. */
function after(block: Pick<Block, 'bytes'>, at: number): number {
  return Math.ceil(endOf(block, at) / step) * step;
}

function isSame(block: Block, at: number, other: Block, otherAt: number): boolean {
  let [end, otherEnd] = [endOf(block, at), endOf(other, otherAt)];
  if (end - at !== otherEnd - otherAt) return false;
  // Numbers that go up differ at the end.
  while (end > at + headSize) {
    end -= 1;
    otherEnd -= 1;
    if (block.bytes[end] !== other.bytes[otherEnd]) return false;
  }
  return true;
}

/** FNV-1a, its bits mixed once more, because the last ones choose the slot. */
function hashOf(block: Block, start: number): number {
  const { bytes } = block;
  const end = endOf(block, start);
  let hash = 0x811c9dc5;
  for (let at = start + headSize; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
