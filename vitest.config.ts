import { defineConfig } from 'vitest/config';
import { SkippedTests } from './test/support/skipped.js';

/** The tests of the installed program. Only they wait until it is packed and installed. */
const installed = ['test/program/**/*.test.ts', 'test/completion/shells.test.ts', 'test/closes/killed.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', new SkippedTests()],
    // As many as there are cores: each waits for files and other programs most of its time.
    maxWorkers: '100%',
    // A test opens funds and drops them: with room for what is new, a fifth less time goes to clearing up.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: 'source', include: ['test/**/*.test.ts', 'src/**/*.test.ts'], exclude: installed },
      },
      { extends: true, test: { name: 'installed', include: installed, globalSetup: ['test/support/packed.ts'] } },
    ],
  },
});
