const blockSize = 1 << 20;

/** Texts in the order in which they were added, as bytes in blocks: there may be millions, and each costs little more than its letters. */
export class PackedTexts {
  readonly #blocks: Buffer[] = [];
  readonly #places: number[] = [];
  #used = 0;

  /** Adds a text behind all others. */
  add(text: string): void {
    const longest = 4 + text.length * 3;
    let block = this.#blocks.at(-1);
    if (block === undefined || this.#used + longest > blockSize) {
      block = Buffer.allocUnsafeSlow(Math.max(blockSize, longest));
      this.#blocks.push(block);
      this.#used = 0;
    }
    const length = block.write(text, this.#used + 4, 'utf8');
    block.writeUInt32LE(length, this.#used);
    this.#places.push((this.#blocks.length - 1) * blockSize + this.#used);
    this.#used += 4 + length;
  }

  /** The text that was added after so many others. */
  at(nth: number): string {
    const place = this.#places[nth];
    const block = place === undefined ? undefined : this.#blocks[Math.floor(place / blockSize)];
    if (place === undefined || block === undefined) throw new Error(`there is no text ${nth}`);
    const start = (place % blockSize) + 4;
    return block.toString('utf8', start, start + block.readUInt32LE(start - 4));
  }
}
