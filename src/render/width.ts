import { usualWidth } from './style.js';

const [narrowest, widest] = [60, 200];

interface Circumstances {
  /** What the command line asks for. */
  readonly asked: number | undefined;
  /** Of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** How wide a line may be. The command line goes before COLUMNS, that before the terminal; 100 where nothing says. */
export function widthFor({ asked, columns, environment }: Circumstances): number {
  const exported = Number(environment.COLUMNS);
  const width = asked ?? (Number.isInteger(exported) && exported > 0 ? exported : (columns ?? usualWidth));
  return Math.min(widest, Math.max(narrowest, width));
}
