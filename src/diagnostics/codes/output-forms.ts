import { entry } from '../entry.js';

/** BCF007x: the form of the output and the name of its file. */
export const outputFormCodes = {
  BCF0070: entry<{ file: string; format: string; meant: string }>({
    title: 'The form asked for is not that of the file’s name',
    class: 'usage',
    message: ({ file, format, meant }) => `the form is ${format}, and the name ${file} is that of ${meant}`,
    help: ({ meant }) => `leave the form out, which makes it ${meant}, or give the file another ending`,
    explain:
      'A file whose name says one form and which holds another is opened by the wrong program. Where --output has an ending, the form follows from it; --format and --json may only agree with it.',
  }),
  BCF0071: entry<{ file: string; ending: string; command: string; endings: string }>({
    title: 'There is no form for a file of that name',
    class: 'usage',
    message: ({ file, ending }) => `${file}: there is no form for .${ending}`,
    help: ({ command, endings }) =>
      command === 'names'
        ? `a list of names has ${endings}; a name without an ending holds text`
        : `bcf ${command} has ${endings}; a name without an ending is taken as it is`,
    explain:
      'The form of the output follows from the ending of its file. What a command cannot draw, such as a workbook or a PDF, is not written under that name.',
  }),
};
