import { checksList } from '../checks-list.js';
import type { PageOf, PageSection } from './fund-page.js';

/** What every rule asks, and whether it is met. */
export function checksSection({ result }: PageOf): PageSection {
  const list = checksList(result, false);
  return {
    id: 'checks',
    name: 'Checks',
    title: ['Checks'],
    subtitle: 'What each rule of the agreement asks, with its clause',
    parts: list.kind === 'list' ? [{ kind: 'list', lines: list.lines }] : [],
  };
}
