import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { wholeOf } from '../files/open-file.js';
import { reasonOf } from './system-error.js';
import { writeNew } from './write-file.js';

/** The file that tells git how to treat the files of a folder. */
export const gitAttributesFile = '.gitattributes';

/** Why it is there, in short. */
export const whyGitAttributes = 'with it git leaves line ends as they are';

/** What a fund folder tells git. */
export const gitAttributes = `# Written by bcf. On Windows git turns the line ends of text files, unless it is told not to. What the rows of a closed
# quarter say does not depend on line ends, but bcf verify would tell of every file that it is written another way than it
# was closed. So that files stay as they were signed off, byte by byte:
* -text
`;

/**
 * Writes what a fund folder tells git, where there is nothing of the kind; what is the user's own stays as it is. Gives
 * whether it was written, or why line ends are not safe from git.
 */
export async function keepLineEnds(folder: string): Promise<'written' | 'kept' | Diagnostic> {
  const path = join(folder, gitAttributesFile);
  try {
    const isThere = await lstat(path).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      await writeNew(path, gitAttributes);
      return 'written';
    }
    const attributes = (await wholeOf({ folder, file: gitAttributesFile })).toString('utf8');
    if (/^\*[ \t](.*[ \t])?(-text|binary)\b/m.test(attributes)) return 'kept';
    return notKept('it is your own, and bcf does not touch it');
  } catch (error) {
    return notKept(reasonOf(error));
  }
}

function notKept(reason: string): Diagnostic {
  return diagnose('BCF2634', { reason }, { place: { file: gitAttributesFile } });
}
