import type { Engine } from '../engine';
import { importAnswers } from '../fix';
import type { Cancellation } from '../ports';
import { questionnaire } from '../records';

type TextOf = (path: string, cancel: Cancellation) => Promise<string | null>;

/** Questions to suppliers go out as one text, and the answers come back into the record. */
export function createSupplierQueries(textOf: TextOf): Pick<Engine, 'questionnaire' | 'importAnswers'> {
  return {
    async questionnaire(record, format, cancel) {
      const text = await textOf(record, cancel);
      return text === null ? null : questionnaire(record, text, format);
    },
    async importAnswers(record, sent, cancel) {
      const text = await textOf(record, cancel);
      return text === null ? null : importAnswers(record, text, sent);
    },
  };
}
