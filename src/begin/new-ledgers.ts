import { factsOf, ledgerKindNames } from '../agreement/ledger-kinds.js';

const forms = ledgerKindNames.flatMap((kind) => {
  const { files, form } = factsOf(kind);
  return form === undefined ? [] : [{ kind, files, ...form }];
});

/** The ledgers that a new fund begins with. */
export const ledgersBegun = forms.flatMap(({ example, ...form }) =>
  example === undefined ? [] : [{ ...form, example }],
);

/** Those that come in the year, of which it has an empty form. */
export const ledgersToCome = forms.filter(({ example }) => example === undefined);
