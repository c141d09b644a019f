import { distance } from 'fastest-levenshtein';

/** What a name that somebody wrote stands for: the one figure, several that it fits, or near ones where it fits none. */
export interface FoundFigures {
  readonly fitting: readonly string[];
  readonly near: readonly string[];
}

/**
 * The figures that a name fits. Case does not count; of the codes in brackets any may be left out, and a code may stand
 * without its key, as long as what is left fits one figure only: `performance.partners[09C].quarters[Q3].payment`.
 */
export function findFigures(asked: string, names: readonly string[]): FoundFigures {
  // A name that was copied is meant to the letter: codes may differ by case alone.
  if (names.includes(asked)) return { fitting: [asked], near: [] };
  const plain = plainly(asked);
  const exact = names.filter((name) => plainly(name) === plain);
  if (exact.length > 0) return { fitting: exact, near: [] };
  const wanted = segmentsOf(plain);
  const fitting = names.filter((name) => fits(wanted, segmentsOf(plainly(name))));
  if (fitting.length > 0) return { fitting, near: [] };
  // A name that stops half-way is the beginning of others.
  const begun = names.filter((name) => fits(wanted, segmentsOf(plainly(name)).slice(0, wanted.length)));
  return { fitting, near: begun.length > 0 ? begun.slice(0, shown) : nearest(plain, names) };
}

/** How many near names are suggested. */
const shown = 3;

function plainly(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase();
}

interface Segment {
  readonly word: string;
  readonly codes: readonly string[];
}

/** The words of a name and the codes in their brackets; a dot inside brackets is part of a code. */
function segmentsOf(name: string): Segment[] {
  return (name.match(/[^.[\]]+(?:\[[^\]]*\])*/g) ?? []).map((text) => {
    const [word = '', ...brackets] = text.split('[');
    return { word, codes: brackets.flatMap((bracket) => bracket.replace(/\]$/, '').split(';')) };
  });
}

function fits(wanted: readonly Segment[], segments: readonly Segment[]): boolean {
  return (
    wanted.length === segments.length &&
    wanted.every(({ word, codes }, index) => {
      const own = segments[index];
      return own !== undefined && own.word === word && codes.every((code) => hasCode(own.codes, code));
    })
  );
}

/** Whether a code is one of those of an item, with its key or without. */
function hasCode(codes: readonly string[], wanted: string): boolean {
  return codes.some((code) => code === wanted || code.slice(code.indexOf('=') + 1) === wanted);
}

/** The codes in brackets alone: who misspells one may have left out the keys. */
function withoutKeys(name: string): string {
  return name.replace(/(?<=[[;])[a-z-]+=/g, '');
}

/** The names that are least far from what was written. */
function nearest(asked: string, names: readonly string[]): string[] {
  const plain = withoutKeys(asked);
  const most = Math.max(3, Math.floor(plain.length / 2));
  return names
    .map((name) => ({ name, far: distance(plain, withoutKeys(plainly(name))) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, shown)
    .map(({ name }) => name);
}
