import { checkLines } from '../checks-list.js';
import type { PageOf, PageSection } from './fund-page.js';
import { checksTitle } from './section-titles.js';

/** What every rule asks, and whether it is met. */
export function checksSection(of: PageOf): PageSection {
  const { result } = of;
  return {
    id: 'checks',
    name: 'Checks',
    title: checksTitle(of),
    subtitle: 'What each rule of the agreement asks, with its clause',
    parts: [{ kind: 'list', lines: checkLines(result, { verbose: false, isCounted: false }) }],
  };
}
