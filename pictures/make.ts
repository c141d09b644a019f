/**
 * Makes the pictures of the README again: `npm run pictures`, after `npm run build`. It takes Debian's chromium,
 * libreoffice-calc-nogui and poppler-utils. What is shown comes from the fixtures, so the same pictures come out.
 */
import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, '../dist/bin/bcf.js');
const fund = join(here, '../fixtures/kent-2015-16-illustrative');

/** How many lines of the terminal are the screen that is signed. */
const screenLines = 40;

/** The colours of the terminal that is drawn, by the code that asks for them. */
const colours: Readonly<Record<string, string>> = { 28: '#008700', 130: '#af5f00', 160: '#d70000' };

function bcf(...args: readonly string[]): string {
  return execFileSync(process.execPath, [program, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** What a terminal shows as HTML: codes of colour are elements. */
function terminalHtml(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const codes = new RegExp(`${String.fromCharCode(27)}\\[([0-9;]+)m`, 'g');
  const lines = escaped.replace(codes, (_, code: string) => {
    const colour = colours[code.replace('38;5;', '')];
    if (colour !== undefined) return `<span style="color:${colour}">`;
    if (code === '1') return '<span style="font-weight:bold">';
    if (code === '2') return '<span style="color:#666">';
    return '</span>';
  });
  return `<meta charset="utf-8"><pre style="display:inline-block;margin:0;padding:18px 22px;font:14px/1.35 'Liberation Mono',monospace;color:#16202b;background:#fff">${lines}</pre>`;
}

async function terminal(browser: Browser): Promise<void> {
  const text = bcf('--color', 'always', '--width', '100', 'reconcile', fund, '--as-at', 'Q2');
  const page = await browser.newPage();
  await page.setContent(terminalHtml(text.trimEnd().split('\n').slice(-screenLines).join('\n')));
  await page.locator('pre').screenshot({ path: join(here, 'terminal.png') });
}

async function pageOfFund(browser: Browser, folder: string): Promise<void> {
  const file = join(folder, 'q2.html');
  bcf('page', fund, '--as-at', 'Q2', '--output', file);
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(here, 'page.png') });
}

/** The sheet of the flow of funds, as LibreOffice prints it: its page is the first that begins with its title. */
async function workbook(folder: string): Promise<void> {
  const [file, printed] = [join(folder, 'q2.xlsx'), join(folder, 'q2.pdf')];
  bcf('workbook', fund, '--as-at', 'Q2', '--output', file);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' });
  const pages = execFileSync('pdftotext', [printed, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\f');
  const page = String(1 + pages.findIndex((text) => text.startsWith('Flow of funds')));
  const drawn = join(folder, 'sheet');
  execFileSync('pdftoppm', ['-f', page, '-l', page, '-r', '80', '-singlefile', '-png', printed, drawn]);
  await copyFile(`${drawn}.png`, join(here, 'workbook.png'));
}

const folder = await mkdtemp(join(tmpdir(), 'bcf-pictures-'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  await terminal(browser);
  await pageOfFund(browser, folder);
  await workbook(folder);
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
