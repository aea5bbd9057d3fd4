import type { FactName } from '../../model';
import { isAnswer } from '../answers';
import { readSections } from '../sections';
import type { Section } from '../sections';
import type { Statements } from './reader';

/** What the sections of cards are called, in the order in which they are believed. */
const TITLES: readonly (readonly [FactName, RegExp])[] = [
  [
    'purpose',
    /^(?:intended uses?(?: (?:&|and) limitations)?|model use|uses?|direct use|purpose|primary intended uses?|motivation|what (?:it|this) is for|use cases?)$/iu,
  ],
  [
    'purpose',
    /^(?:model (?:description|summary|overview)|description|overview|dataset (?:summary|description)|summary)$/iu,
  ],
  [
    'limitations',
    /^(?:(?:bias, risks,? and |known |other known |ethical considerations and )?limitations(?: and (?:bias(?:es)?|risks))?|bias, risks,? and limitations|out-of-scope uses?|caveats and recommendations|considerations for using the data)$/iu,
  ],
  ['trainingData', /^(?:training data(?:sets?)?|training details|training procedure|data|datasets used)$/iu],
  [
    'contents',
    /^(?:dataset structure|data (?:fields|instances|structure)|structure|composition|contents?|features)$/iu,
  ],
  ['collection', /^(?:dataset creation|source data|data collection|collection process|collection|provenance)$/iu],
  ['licence', /^(?:licen[cs]e|licensing information|licen[cs]ing|terms of use)$/iu],
  ['access', /^(?:how to get started(?: with the model)?|download|how to use|usage)$/iu],
];
/** Tables, markup, pictures, headings, lists of labels, and the sentence that the hub's library writes by itself. */
const NO_PROSE = /^(?:[|<![#]|[-*+]\s+(?:\[|\*\*[^*\n]{1,60}\*\*)|\*\*[^*\n]{1,60}:\*\*|This is the model card of a )/u;
const FIRST = 1500;

/** What the headings of a card say; sections that only hold placeholders say nothing. */
export function sectionFacts(statements: Statements, text: string, body: number): void {
  const sections = readSections(text, body).slice(0, 200);
  for (const [fact, title] of TITLES) {
    for (const [index, section] of sections.entries()) {
      if (!title.test(section.title)) continue;
      for (const part of withInner(sections, index)) {
        const said = firstParagraph(
          text.slice(part.contentStart, Math.min(part.contentEnd, part.contentStart + FIRST)),
        );
        if (said !== null) statements.texts(fact, [said], { start: section.start, end: section.end });
      }
    }
  }
}

function withInner(sections: readonly Section[], index: number): Section[] {
  const level = sections[index]?.level ?? 0;
  const rest = sections.slice(index + 1);
  const end = rest.findIndex((section) => section.level <= level);
  return sections.slice(index, index + 1 + (end < 0 ? rest.length : end));
}

/** The first paragraph that says something; code, tables, pictures and markup are passed over. */
function firstParagraph(text: string): string | null {
  const prose = text.replace(/```[^]*?(?:```|$)/gu, '').replace(/<!--[^]*?(?:-->|$)/gu, '');
  for (const paragraph of prose.split(/\n[ \t\r]*\n/u)) {
    const words = paragraph.trim();
    if (!NO_PROSE.test(words) && isAnswer(words)) return words.replace(/^[-*+]\s+/u, '').replace(/\*\*|__/gu, '');
  }
  return null;
}
