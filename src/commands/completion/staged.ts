import type { Candidate } from './candidate.js';

/**
 * Long names in stages, as folders are: what goes on to the next dot or bracket. Where one way only is left it is
 * followed until it divides or ends, so that a partial name never stands alone: a shell would put a space behind it.
 */
export function staged(names: readonly Candidate[], word: string): Candidate[] {
  const fitting = names.filter(({ value }) => value.startsWith(word));
  let typed = word;
  for (;;) {
    const stages = new Map<string, Candidate>();
    for (const name of fitting) {
      const stage = stageOf(name.value, typed.length);
      if (!stages.has(stage)) stages.set(stage, stage === name.value ? name : { value: stage, isPartial: true });
    }
    const [only, ...others] = stages.values();
    if (only?.isPartial !== true || others.length > 0 || only.value === typed) return [...stages.values()];
    typed = only.value;
  }
}

/** A name up to the next place where names divide, beyond what is typed: behind a dot, before and behind brackets. */
function stageOf(name: string, typed: number): string {
  let depth = 0;
  for (let index = 0; index < name.length; index += 1) {
    const mark = name[index];
    if (mark === ']') depth -= 1;
    const isBoundary = depth === 0 && (mark === '.' || mark === '[');
    if (mark === '[') depth += 1;
    if (isBoundary && index >= typed) return name.slice(0, index + 1);
  }
  return name;
}
