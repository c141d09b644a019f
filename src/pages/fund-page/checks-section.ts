import { checksList } from '../checks-list.js';
import type { PageOf, PageSection } from './fund-page.js';
import { checksTitle } from './section-titles.js';

/** What every rule asks, and whether it is met. */
export function checksSection(of: PageOf): PageSection {
  const { result } = of;
  const list = checksList(result, false);
  return {
    id: 'checks',
    name: 'Checks',
    title: checksTitle(of),
    subtitle: 'What each rule of the agreement asks, with its clause',
    parts: list.kind === 'list' ? [{ kind: 'list', lines: list.lines }] : [],
  };
}
