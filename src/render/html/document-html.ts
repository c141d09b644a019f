import { createHash } from 'node:crypto';
import { escaped } from './escape.js';
import { pageStyles } from './page-styles.js';
import { palette } from './palette.js';
import { stylesOfPaper } from './print-styles.js';
import { stackedStyles } from './stacked-styles.js';
import { workingsStyles } from './workings-styles.js';

interface Document {
  readonly title: string;
  readonly body: string;
  /** What stands at the foot of each sheet where it is printed. */
  readonly foot: string;
  /** What is drawn beside words and tables. */
  readonly styles?: string;
}

/**
 * A document that is one file: it asks for nothing, and its policy forbids everything but its own style, which the hash of
 * that style lets through.
 */
export function documentHtml({ title, body, foot, styles = '' }: Document): string {
  const style = tight(palette + pageStyles + stackedStyles + workingsStyles + styles + stylesOfPaper(foot));
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!DOCTYPE html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8" />',
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="referrer" content="no-referrer" />',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A style sheet without the line ends that only its author needs. */
function tight(styles: string): string {
  return styles.replace(/\s*\n\s*/g, '\n').trim();
}
