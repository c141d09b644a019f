import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What an installed browser that prints is called, on the systems that have one. */
const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
] as const;

const patienceMs = 120_000;

/** A document as a browser prints it, or why it could not. */
export type Printed = { readonly bytes: Buffer } | { readonly problem: string };

/**
 * A page as a tagged PDF, by the browser named, or else the first that is installed. The page asks for nothing; the browser
 * is told to ask for nothing either.
 */
export async function printToPdf(html: string, browser: string | undefined): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'bcf-pdf-'));
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    await writeFile(page, html);
    for (const program of browser === undefined ? browsers : [browser]) {
      const problem = await ran(program, argumentsFor(folder, page, pdf));
      if (problem === notThere) continue;
      if (problem !== undefined) return { problem: `${program} could not print it: ${problem}` };
      const bytes = await readFile(pdf).catch(() => undefined);
      return bytes === undefined ? { problem: `${program} wrote nothing` } : { bytes };
    }
    return {
      problem: browser === undefined ? 'no browser is installed that prints' : `there is no program ${browser}`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function argumentsFor(folder: string, page: string, pdf: string): string[] {
  return [
    '--headless',
    // A sandbox of its own is what a browser refuses to the root of a container.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    '--export-tagged-pdf',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ];
}

const notThere = 'there is no such program';

/** Runs a program to its end; says what went wrong. */
function ran(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: patienceMs }, (error) => {
      if (error === null) resolve(undefined);
      else if (error.code === 'ENOENT') resolve(notThere);
      else resolve(error.killed === true ? 'it took too long' : `it ended with ${error.code ?? 'a signal'}`);
    });
  });
}
