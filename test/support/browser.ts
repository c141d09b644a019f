import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser of the system; every test closes its own. */
export async function launched(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  onTestFinished(() => browser.close());
  return browser;
}

interface Window {
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
}

/** A page as a browser shows it, and all that it said or asked for on the way. */
export async function shown(
  browser: Browser,
  html: string,
  { width, scheme = 'light' }: Window,
): Promise<{ readonly page: Page; readonly said: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'bcf-page-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'page.html');
  await writeFile(file, html);
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: false });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) said.push(request.url());
  });
  await page.goto(pathToFileURL(file).href);
  return { page, said };
}
