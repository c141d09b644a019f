import type { Sentence } from '../../pages/fund-page/sentence.js';
import { type Answers, figureHtml } from './answers.js';
import { escaped } from './escape.js';

/** A sentence whose figures answer. */
export function sentenceHtml(sentence: Sentence, answers: Answers): string {
  return sentence
    .map((part) => (typeof part === 'string' ? escaped(part) : figureHtml(part.text, part.figure.name, answers)))
    .join('');
}
