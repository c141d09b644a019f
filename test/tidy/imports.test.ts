import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.js';

/** Which rooms each room may import: DESIGN's table. Imports point down it only. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  money: [],
  files: [],
  agreement: ['money'],
  ledger: ['files', 'agreement', 'money'],
  journal: ['ledger', 'agreement', 'money'],
  fund: ['journal', 'ledger', 'files', 'agreement', 'money'],
  figures: ['journal', 'ledger', 'agreement', 'money'],
  rules: ['figures', 'journal', 'agreement', 'money'],
  controls: ['figures', 'rules', 'journal', 'ledger', 'agreement', 'money'],
  statement: ['controls', 'figures', 'rules', 'journal', 'agreement', 'money'],
  closes: ['statement', 'figures', 'fund', 'rules', 'ledger', 'files', 'agreement', 'money'],
  export: ['statement', 'figures', 'rules', 'journal', 'ledger', 'agreement', 'money'],
  tables: ['statement', 'figures', 'money'],
  trace: ['fund', 'statement', 'controls', 'figures', 'rules', 'journal', 'ledger', 'agreement', 'money'],
  render: ['tables', 'statement', 'figures', 'money'],
  begin: ['closes', 'statement', 'figures', 'rules', 'journal', 'ledger', 'fund', 'files', 'agreement', 'money'],
  commands: [
    'begin',
    'closes',
    'export',
    'render',
    'tables',
    'trace',
    'statement',
    'controls',
    'figures',
    'rules',
    'fund',
    'files',
    'agreement',
    'money',
  ],
  cli: ['commands', 'render'],
};

function roomOf(path: string): string {
  const [, room = ''] = /^src\/([^/.]+)/.exec(path) ?? [];
  return room;
}

describe('imports point down the house only', () => {
  test.each(sourceFiles('src'))('$path', ({ path, text }) => {
    const room = roomOf(path);
    const allowed = mayImport[room];
    if (allowed === undefined) throw new Error(`${room} is no room of the house`);
    const imported = [...text.matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)].map(([, target = '']) => {
      const resolved = new URL(target, `file:///${path}`).pathname.slice(1);
      return roomOf(resolved);
    });
    const wrong = imported.filter((other) => other !== room && other !== 'diagnostics' && !allowed.includes(other));
    expect(wrong).toEqual([]);
  });
});
