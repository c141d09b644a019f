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
      'The form of the output follows from the ending of its file. What a command cannot draw, such as a PDF of a check, is not written under that name.',
  }),
  BCF0072: entry<{ problem: string }>({
    title: 'The page could not be printed as a PDF',
    class: 'usage',
    message: ({ problem }) => `no PDF was written: ${problem}`,
    help: () =>
      'install Chromium, Chrome or Edge, or name one with --browser; or write the page as .html, and print it from a browser',
    explain:
      'A PDF is printed by a browser that is installed, because a browser knows how to tag headings and tables so that a screen reader finds them. The page itself needs none.',
  }),
  BCF0073: entry({
    title: 'A PDF goes to a file',
    class: 'usage',
    message: () => 'a PDF is no text, and goes to a file',
    help: () => 'name the file: --output q2.pdf',
    explain: 'A terminal or a pipe that expects text cannot show a PDF. Nothing was read.',
  }),
  BCF0074: entry({
    title: 'A page that is watched goes to a file',
    class: 'usage',
    message: () => 'with --watch the page is drawn again and again, and goes to a file',
    help: () => 'name the file: --output q2.html',
    explain:
      'A page that is drawn anew at each change has a file that a browser shows; reload it there. A pipe would get one page after another. Nothing was read.',
  }),
};
