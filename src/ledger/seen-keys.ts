const firstSlots = 16;

/**
 * Texts that are seen once, each with a number. There may be millions of them, so they are kept as bytes and numbers
 * in a few arrays: as strings in a Map each costs four times as much, and the collector walks over all of them again
 * and again. Text that was decoded from a file is well formed, so that its UTF-8 tells any two apart.
 */
export class SeenKeys {
  /** The keys end to end, in the order in which they were added. */
  #bytes = Buffer.allocUnsafeSlow(firstSlots * 8);
  #ends = new Uint32Array(firstSlots / 2);
  #numbers = new Float64Array(firstSlots / 2);
  /** Where each key is by its hash, or after that place: how many keys came up to it, 0 where the place is free. */
  #slots = new Uint32Array(firstSlots);
  #count = 0;

  /** Remembers a key with a number, if it was not seen before; the number that it was seen with, if it was. */
  add(key: string, number: number): number | undefined {
    const end = this.#write(key);
    const slot = this.#slotOf(this.#end(this.#count), end);
    const nth = this.#slots[slot] ?? 0;
    if (nth > 0) return this.#numbers[nth - 1];
    this.#ends[this.#count] = end;
    this.#numbers[this.#count] = number;
    this.#count += 1;
    this.#slots[slot] = this.#count;
    if (this.#count * 2 === this.#slots.length) this.#grow();
    return undefined;
  }

  /** The number that a key was seen with. */
  get(key: string): number | undefined {
    const end = this.#write(key);
    const nth = this.#slots[this.#slotOf(this.#end(this.#count), end)] ?? 0;
    return nth === 0 ? undefined : this.#numbers[nth - 1];
  }

  /** Every key, in the order in which they were seen. */
  *keys(): Generator<string> {
    for (let nth = 0; nth < this.#count; nth += 1)
      yield this.#bytes.toString('utf8', this.#end(nth), this.#end(nth + 1));
  }

  /** Where a number of keys end. */
  #end(count: number): number {
    return count === 0 ? 0 : (this.#ends[count - 1] ?? 0);
  }

  /** Writes a key behind all others; where it ends. It is one of them only when it is counted. */
  #write(key: string): number {
    const start = this.#end(this.#count);
    const longest = start + key.length * 3;
    if (longest > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(longest, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, start);
      this.#bytes = larger;
    }
    return start + this.#bytes.write(key, start, 'utf8');
  }

  /** The place of the key that is written there, or the free one that it would have. */
  #slotOf(start: number, end: number): number {
    const last = this.#slots.length - 1;
    let slot = this.#hash(start, end) & last;
    for (let nth = this.#slots[slot] ?? 0; nth > 0; nth = this.#slots[slot] ?? 0) {
      if (this.#isSame(nth, start, end)) return slot;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #isSame(nth: number, start: number, end: number): boolean {
    const from = this.#end(nth - 1);
    const bytes = this.#bytes;
    let length = end - start;
    if (this.#end(nth) - from !== length) return false;
    // Numbers that go up differ at the end.
    while (length > 0 && bytes[from + length - 1] === bytes[start + length - 1]) length -= 1;
    return length === 0;
  }

  /** FNV-1a, its bits mixed once more, because the last ones choose the place. */
  #hash(start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (this.#bytes[at] ?? 0), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return hash ^ (hash >>> 13);
  }

  /** Never more than half of the places are taken. */
  #grow(): void {
    const ends = new Uint32Array(this.#slots.length);
    ends.set(this.#ends);
    this.#ends = ends;
    const numbers = new Float64Array(this.#slots.length);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let nth = 1; nth <= this.#count; nth += 1) {
      this.#slots[this.#slotOf(this.#end(nth - 1), this.#end(nth))] = nth;
    }
  }
}
