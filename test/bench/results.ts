import type { Measured } from './measured.js';

type Ratio = readonly [one: string, other: string];

/** What was measured, as one page of markdown. */
export class Results {
  readonly #sections: string[] = [];
  readonly #wanted: string[] = [];

  /** A table of what each command took, and beside the first of those of bcf how often its time and memory that is. */
  section(title: string, measured: ReadonlyMap<string, Measured>): void {
    const own = [...measured].find(([name]) => name.includes('reconcile')) ?? [...measured][0];
    const rows = [...measured].map(([name, { seconds, processorSeconds, megabytes }]) => {
      const ratios = own === undefined ? [] : [own[1].seconds / seconds, own[1].megabytes / megabytes].map(inWords);
      return line([name, seconds.toFixed(2), processorSeconds.toFixed(2), megabytes.toFixed(0), ...ratios]);
    });
    const head = ['', 'seconds', 'of processor', 'peak MB', `${own?.[0] ?? ''} ÷ it`, 'the same, memory'];
    this.#sections.push([`## ${title}`, '', line(head), '|---|---:|---:|---:|---:|---:|', ...rows, ''].join('\n'));
  }

  /** A ratio of two of what was measured, and what it is to be at most. Of a peer that is not there it is not known. */
  wanted(
    what: string,
    most: number,
    measured: ReadonlyMap<string, Measured>,
    [one, other]: Ratio,
    of: 'seconds' | 'megabytes' = 'seconds',
  ): void {
    const [above, below] = [measured.get(one)?.[of], measured.get(other)?.[of]];
    const found = above === undefined || below === undefined ? 'not measured' : inWords(above / below);
    this.#wanted.push(line([what, `≤ ${most}`, found]));
  }

  peak(what: string, most: number, measured: ReadonlyMap<string, Measured>, name: string): void {
    this.#wanted.push(line([what, `≤ ${most}`, measured.get(name)?.megabytes.toFixed(0) ?? 'not measured']));
  }

  said(sentence: string): void {
    this.#sections.push(`${sentence}\n`);
  }

  inMarkdown(machine: readonly string[]): string {
    return [
      '# What npm run bench measured',
      '',
      'Medians of runs in turn on one machine; closing, tracing, exports and many partners were run once. All programs that',
      'add up the same rows came to the same totals, byte for byte.',
      '',
      ...machine.map((one) => `- ${one}`),
      '',
      line(['', 'wanted', 'measured']),
      '|---|---:|---:|',
      ...this.#wanted,
      '',
      ...this.#sections,
    ].join('\n');
  }
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A ratio with as many digits as tell it from another. */
function inWords(ratio: number): string {
  return ratio < 0.1 ? ratio.toFixed(4) : ratio.toFixed(2);
}
