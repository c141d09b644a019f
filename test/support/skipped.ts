import type { Reporter, TestModule } from 'vitest/node';

/** Names at the end of a run each test that was skipped for a reason, by that reason. */
export class SkippedTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const byReason = new Map<string, string[]>();
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        const reason = result.state === 'skipped' ? result.note : undefined;
        if (reason === undefined) continue;
        byReason.set(reason, [...(byReason.get(reason) ?? []), `${module.relativeModuleId} > ${test.fullName}`]);
      }
    }
    for (const [reason, names] of byReason) {
      process.stdout.write(`\n Skipped, for ${reason}\n${names.map((name) => `   ${name}\n`).join('')}`);
    }
  }
}
