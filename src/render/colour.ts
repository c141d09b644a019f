import { Chalk, type ChalkInstance } from 'chalk';
import { plainStyle, type Style } from './style.js';

export const colourChoices = ['auto', 'always', 'never'] as const;

interface Circumstances {
  readonly choice: (typeof colourChoices)[number];
  readonly isTerminal: boolean;
  /** How wide a line of it may be. */
  readonly width: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The style of one stream. A choice on the command line goes before FORCE_COLOR, that before NO_COLOR and TERM=dumb. */
export function styleFor(circumstances: Circumstances): Style {
  const { width } = circumstances;
  if (!isColoured(circumstances)) return plainStyle(width);
  const chalk = new Chalk({ level: 2 });
  return {
    width,
    strong: paint(chalk.bold),
    faint: paint(chalk.dim),
    // Of the 256 colours, since these are read on light paper and on dark: yellow and bright green are not.
    good: paint(chalk.ansi256(28)),
    bad: paint(chalk.ansi256(160)),
    warn: paint(chalk.ansi256(130)),
  };
}

/** Of one text: chalk joins all that it is given, and `lines.map(style)` would give it each line's number and the list. */
function paint(chalk: ChalkInstance): (text: string) => string {
  return (text) => chalk(text);
}

function isColoured({ choice, isTerminal, environment }: Circumstances): boolean {
  if (choice !== 'auto') return choice === 'always';
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (environment.NO_COLOR || environment.TERM === 'dumb') return false;
  return isTerminal;
}
