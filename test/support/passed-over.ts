import type { LedgerInput } from '../../src/ledger/ledger-input.js';

/** The lines of files that are no rows, each sort as `lines what file:line`. */
export function passedOverIn(inputs: readonly Pick<LedgerInput, 'path' | 'layout'>[]): string[] {
  return inputs.flatMap(({ path, layout }) =>
    (layout?.passedOver ?? []).map(({ what, lines, line }) => `${lines} ${what} ${path}:${line}`),
  );
}
