import { quarters } from '../../agreement/financial-year.js';
import { ledgerKindNames } from '../../agreement/ledger-kinds.js';
import { ruleIds } from '../../agreement/rule-ids.js';
import { catalogue, codes } from '../../diagnostics/catalogue.js';
import { rulePages } from '../../rules/pages/pages.js';
import { helpTopics, titleOf } from '../help-topics.js';
import { papers } from '../paper-names.js';
import type { Asked, Source } from './asked.js';
import { type Candidate, words } from './candidate.js';
import { controlFigures } from './control-figures.js';
import { figures, groups, rowPlaces, weights, whatIfs } from './of-fund.js';

const folders = 'folders';

/**
 * What each argument and option is completed from, where its choices do not say it already: by the command and the
 * name, or by the name for all commands.
 */
const sources: Readonly<Record<string, Source>> = {
  FUND: folders,
  AGAINST: folders,
  DIR: folders,
  '--output': 'files',
  '--as-at': () => words(quarters),
  'init --from': folders,
  'diff --from': sides,
  'diff --to': sides,
  'performance --what-if': whatIfs,
  'preview FILE': 'files',
  'preview --as': () => words(ledgerKindNames),
  'map FILE': 'files',
  'map --as': () => words(ledgerKindNames),
  'report PAPER': () => Object.entries(papers).map(([value, what]) => ({ value, what })),
  'apportion AMOUNT': controlFigures,
  'apportion --against': controlFigures,
  'apportion --by': weights,
  'apportion --among': groups,
  'trace FIGURE': async (asked) => [...(await figures(asked)), ...(await controlFigures(asked))],
  'trace --from': rowPlaces,
  'trace --depth': () => words(['all']),
  'close WHAT': () => words([...quarters, 'year']),
  'explain CODE': () => [
    ...ruleIds.map((value) => ({ value, what: rulePages[value].title })),
    ...codes.map((value) => ({ value, what: catalogue[value].title })),
  ],
  'help TOPIC': topics,
};

/** Where the values of an argument or option of a command come from. */
export function sourceOf(command: string, name: string): Source | undefined {
  return sources[`${command} ${name}`] ?? sources[name];
}

function topics({ program }: Asked): Candidate[] {
  const commands = program.createHelp().visibleCommands(program);
  return [
    ...commands.map((command) => ({ value: command.name(), what: command.description() })),
    ...Object.entries(helpTopics).map(([value, page]) => ({ value, what: titleOf(page) })),
  ];
}

function sides(): Candidate[] {
  const books = ['actual', 'forecast'];
  return words(['plan', ...books, ...quarters, ...books.flatMap((book) => quarters.map((one) => `${book}@${one}`))]);
}
