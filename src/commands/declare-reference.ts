import { Argument, type Command } from 'commander';
import { type Done, examples, type WorldNow } from './declare.js';
import { type SchemaName, schemaNames } from './schema-names.js';

/** What explains bcf itself. */
export function addReference(program: Command, world: WorldNow, done: Done): void {
  program
    .command('explain')
    .description('Say what a code means and what to do about it, or how a rule is worked out.')
    .addHelpText('before', examples('bcf explain BCF2104', 'bcf explain R5 my-fund', 'bcf explain --list'))
    .argument('[CODE]', 'a code as it is printed, or a rule, R1 to R7')
    .argument('[FUND]', 'of a rule: the fund whose clauses are shown; left out: the folder you stand in, if it is one')
    .option('--list', 'list every rule and every code')
    .action(async (code: string | undefined, fund: string | undefined, flags: { list?: boolean }) => {
      const { runExplain } = await import('./explain.js');
      done(await runExplain({ what: flags.list ? undefined : code, fund }, world()));
    });

  program
    .command('schema')
    .description('Print the JSON Schema of agreement.yaml, or of a document that bcf prints.')
    .addHelpText('before', examples('bcf schema --output my-fund/agreement.schema.json', 'bcf schema reconciliation'))
    .addArgument(new Argument('[NAME]', 'which schema').choices([...schemaNames]).default('agreement'))
    .option('--output <file>', 'write to a file, whole or not at all; - is stdout')
    .action(async (name: SchemaName, { output }: { output?: string }) => {
      const { runSchema } = await import('./schema.js');
      done(await runSchema({ name, output }, world()));
    });

  program
    .command('help')
    .description('Show the help of a command or a topic.')
    .addHelpText('before', examples('bcf help reconcile', 'bcf help exit-codes'))
    .argument('[TOPIC]', 'a command or a topic')
    .action(async (topic: string | undefined) => {
      const { runHelp } = await import('./help.js');
      done(runHelp(topic, program, world()));
    });
}
