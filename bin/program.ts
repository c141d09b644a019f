import { readFileSync } from 'node:fs';
import { run } from '../src/cli.js';

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

// A reader that closes the pipe early, such as head, has what it wanted.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream === process.stdout) process.stderr.write(`bcf: the output could not be written (${error.code})\n`);
  });
}

// process.exit would cut a pipe at 64 KiB; the exit code is set and the streams drain by themselves.
const exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  cwd: () => process.cwd(),
  version: manifest.version,
  page: async (text, pager) => (await import('../src/commands/pager.js')).paged(text, pager, process.env),
});
process.exitCode ??= exitCode;
