import type { Style } from './style.js';
import { broken, paragraph } from './wrap.js';

/** What a rule's page is made of. */
interface RuleDrawing {
  readonly id: string;
  readonly title: string;
  readonly explain: string;
  readonly formula: readonly string[];
  readonly laidDown: readonly string[];
  readonly given: string;
  readonly cases: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly shownBy: readonly string[];
}

/** The page of a rule. */
export function ruleText(
  { id, title, explain, formula, laidDown, given, cases, shownBy }: RuleDrawing,
  style: Style,
): string {
  const { width } = style;
  const block = (heading: string, lines: readonly string[]) => [
    '',
    style.strong(heading),
    ...indented(lines).flatMap((text) => broken(text, width, 4)),
  ];
  const worked = cases.flatMap((example) => ['', example.title, ...indented(example.lines)]);
  return `${[
    style.strong(`${id}: ${title}`),
    '',
    ...paragraph(explain, width),
    ...block('How it is worked out', formula),
    ...block('Laid down in', laidDown),
    ...block(cases.length === 1 ? 'A worked case' : 'Worked cases', [...paragraph(given, width - 2), ...worked]),
    ...block('Shown by', [shownBy.join(', ')]),
  ].join('\n')}\n`;
}

/** Every rule with its title, in the columns of the list of codes. */
export function ruleList(pages: Readonly<Record<string, { readonly title: string }>>, style: Style): string {
  return Object.entries(pages)
    .map(([id, { title }]) => `${style.strong(id)}${' '.repeat(7 - id.length)}  ${'rule'.padEnd(9)}  ${title}\n`)
    .join('');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`.trimEnd());
}
