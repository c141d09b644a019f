import { agreement } from './topics/agreement.js';
import { controls } from './topics/controls.js';
import { environment } from './topics/environment.js';
import { exitCodes } from './topics/exit-codes.js';
import { exports } from './topics/exports.js';
import { exportsOfYourOwn } from './topics/exports-of-your-own.js';
import { figures } from './topics/figures.js';
import { folder } from './topics/folder.js';
import { formats } from './topics/formats.js';
import { ledgers } from './topics/ledgers.js';
import { limits } from './topics/limits.js';
import { quarters } from './topics/quarters.js';

/** Pages of `bcf help TOPIC` that belong to no one command. The first line of each is its title. */
export const helpTopics: Readonly<Record<string, string>> = {
  folder,
  agreement,
  ledgers,
  'exports-of-your-own': exportsOfYourOwn,
  controls,
  figures,
  quarters,
  formats,
  'exit-codes': exitCodes,
  environment,
  limits,
  exports,
};

/** The topics with their titles, as the help of the program ends. */
export function topicList(): string {
  const widest = Math.max(...Object.keys(helpTopics).map((topic) => topic.length));
  const lines = Object.entries(helpTopics).map(([topic, page]) => `  ${topic.padEnd(widest)}  ${titleOf(page)}`);
  return ['Topics, as bcf help TOPIC prints them:', ...lines].join('\n');
}

/** The first line of a page. */
export function titleOf(page: string): string {
  return page.split('\n')[0] ?? '';
}
