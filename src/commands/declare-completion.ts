import { Argument, type Command } from 'commander';
import { shells } from './completion-shells.js';
import { type Done, examples, type WorldNow } from './declare.js';

/** Completion on the command line: the scripts, and what they ask. */
export function addCompletion(program: Command, world: WorldNow, done: Done): void {
  program
    .command('completion')
    .description('Print a script that completes commands, options, codes, figures and files with the tab key.')
    .addHelpText('before', examples('source <(bcf completion bash)', 'bcf completion fish | source'))
    .addHelpText('after', places)
    .addArgument(new Argument('<SHELL>', 'the shell that you type in').choices([...shells]))
    .action(async (shell: (typeof shells)[number]) => {
      const { runCompletion } = await import('./completion.js');
      done(runCompletion(shell));
    });

  program
    .command('complete', { hidden: true })
    .description('What the completion scripts ask.')
    .argument('[WORDS...]', 'the words of a line')
    .allowUnknownOption()
    .action(async (asked: readonly string[]) => {
      const { runComplete } = await import('./complete.js');
      done(await runComplete(program, asked, world()));
    });
}

const places = `
To have it in every new shell, put the line into the shell’s own file:
  bash        ~/.bashrc                    source <(bcf completion bash)
  zsh         ~/.zshrc                     source <(bcf completion zsh)
  fish        ~/.config/fish/config.fish   bcf completion fish | source
  powershell  $PROFILE                     bcf completion powershell | Out-String | Invoke-Expression

Figures, groups and rows are those of the fund folder that the line names, or of the one you stand in. The script for
PowerShell is written for it, and has not been run there.`;
