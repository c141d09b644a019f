import { detailsOf } from '../check-pages.js';
import { differencesOf, differencesTable } from '../differences-table.js';
import type { PageOf, PageSection } from './fund-page.js';
import { differencesTitle } from './section-titles.js';

/** Where published figures and those of the fund are not the same, each with its reason. */
export function differencesSection(of: PageOf): PageSection | undefined {
  const { check } = of;
  if (check.controls.length === 0) return undefined;
  const differing = differencesOf(check, false);
  return {
    id: 'differences',
    name: 'Schedule of differences',
    title: differencesTitle(of),
    subtitle: 'What a paper prints beside what this fund has',
    parts:
      differing.length === 0
        ? [{ kind: 'sentence', sentence: ['Every figure that is held against a paper agrees with it.'] }]
        : [{ kind: 'table', table: differencesTable(differing, false), below: differing.map(detailsOf) }],
  };
}
