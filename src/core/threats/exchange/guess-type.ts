import { COMPONENT_TYPES } from '../../model';
import type { ComponentType } from '../../model';
import { wordOf } from './fields';

const WORDS: readonly (readonly [ComponentType, readonly string[]])[] = [
  ['model', ['llm', 'language-model', 'ml-model', 'ai-model', 'machine-learning-model', 'foundation-model']],
  [
    'store',
    'database,postgresql,postgres,mysql,mongodb,redis,storage,store,bucket,s3,blob,cache,queue,vault,warehouse,sql,dynamodb,elasticsearch,file-system,filesystem,datastore'.split(
      ',',
    ),
  ],
  ['actor', 'client,user,browser,actor,person,customer,human,admin,mobile-device'.split(',')],
  ['external', 'external,third-party,saas,cdn,provider'.split(',')],
];

/** What a part is by the free word that another tool has for its kind; `process` where nothing speaks for another. */
export function guessType(word: string): ComponentType {
  const exact = wordOf(word, COMPONENT_TYPES);
  if (exact !== null) return exact;
  const plain = `-${word.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}-`;
  return WORDS.find(([, words]) => words.some((each) => plain.includes(`-${each}-`)))?.[0] ?? 'process';
}
