import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A fixture's folder. */
export function fixture(name: string): string {
  return join(root, 'fixtures', name);
}

/** A small input from the field: what finance staff's files do to a fund. */
export function fieldCase(name: string): string {
  return join(root, 'test', 'fixtures', 'field-cases', name);
}

/** A small year, and what is right at its end. */
export function yearEndCase(name: string): string {
  return join(root, 'test', 'year-end', 'cases', name);
}

/** A folder of its own for a test, removed when it ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bcf-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A fund folder that a test may change. */
export class FundFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** A copy of a fixture. */
  static async copyOf(name: string): Promise<FundFolder> {
    const folder = await temporaryFolder();
    await cp(fixture(name), folder, { recursive: true });
    return new FundFolder(folder);
  }

  /** A fund of these files. */
  static async of(files: Readonly<Record<string, string>>): Promise<FundFolder> {
    const fund = new FundFolder(await temporaryFolder());
    for (const [file, text] of Object.entries(files)) await fund.write(file, text);
    return fund;
  }

  read(file: string): Promise<string> {
    return readFile(join(this.path, file), 'utf8');
  }

  async write(file: string, content: string | Buffer): Promise<void> {
    await mkdir(dirname(join(this.path, file)), { recursive: true });
    await writeFile(join(this.path, file), content);
  }

  /** Replaces a text that stands in a file; throws where it does not, so that no test changes nothing. */
  async edit(file: string, from: string, to: string): Promise<void> {
    const text = await this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    await this.write(
      file,
      text.replace(from, () => to),
    );
  }

  /** Adds a column at the end of a file: to each of its rows, what it says there. */
  async addColumn(file: string, name: string, cellOf: (row: string) => string): Promise<void> {
    const [header = '', ...rows] = (await this.read(file)).trimEnd().split('\n');
    const lines = [`${header},${name}`, ...rows.map((row) => `${row},${cellOf(row)}`)];
    await this.write(file, `${lines.join('\n')}\n`);
  }

  /** Adds lines at the end of a file. */
  async append(file: string, lines: string): Promise<void> {
    await this.write(file, (await this.read(file)) + lines);
  }

  async remove(file: string): Promise<void> {
    await rm(join(this.path, file), { recursive: true });
  }
}
